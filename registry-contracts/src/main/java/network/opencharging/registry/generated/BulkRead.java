package network.opencharging.registry.generated;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.CustomError;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Type;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.RemoteCall;
import org.web3j.tx.Contract;
import org.web3j.tx.TransactionManager;
import org.web3j.tx.gas.ContractGasProvider;

/**
 * <p>Auto generated code.
 * <p><strong>Do not modify!</strong>
 * <p>Please use the <a href="https://docs.web3j.io/command_line.html">web3j command line tools</a>,
 * or the org.web3j.codegen.SolidityFunctionWrapperGenerator in the
 * <a href="https://github.com/LFDT-web3j/web3j/tree/main/codegen">codegen module</a> to update.
 *
 * <p>Generated with web3j version 5.0.2.
 */
@SuppressWarnings({"rawtypes", "unchecked", "deprecation", "this-escape"})
@Generated("org.web3j.codegen.SolidityFunctionWrapperGenerator")
public class BulkRead extends Contract {
    public static final String BINARY = "608060405234801561001057600080fd5b506040516103b63803806103b683398101604081905261002f916101dc565b600081516001600160401b0381111561004a5761004a6101c6565b60405190808252806020026020018201604052801561007d57816020015b60608152602001906001900390816100685790505b50905060005b825181101561018557600080866001600160a01b0316868685815181106100ac576100ac6102df565b60200260200101516040516024016100d391906001600160a01b0391909116815260200190565b60408051601f198184030181529181526020820180516001600160e01b03166001600160e01b03199094169390931790925290516101119190610319565b600060405180830381855afa9150503d806000811461014c576040519150601f19603f3d011682016040523d82523d6000602084013e610151565b606091505b5091509150811561017b578084848151811061016f5761016f6102df565b60200260200101819052505b5050600101610083565b5080604051630def78df60e31b81526004016101a19190610335565b60405180910390fd5b80516001600160a01b03811681146101c157600080fd5b919050565b634e487b7160e01b600052604160045260246000fd5b6000806000606084860312156101f157600080fd5b6101fa846101aa565b60208501519093506001600160e01b03198116811461021857600080fd5b60408501519092506001600160401b0381111561023457600080fd5b8401601f8101861361024557600080fd5b80516001600160401b0381111561025e5761025e6101c6565b604051600582901b90603f8201601f191681016001600160401b038111828210171561028c5761028c6101c6565b6040529182526020818401810192908101898411156102aa57600080fd5b6020850194505b838510156102d0576102c2856101aa565b8152602094850194016102b1565b50809450505050509250925092565b634e487b7160e01b600052603260045260246000fd5b60005b838110156103105781810151838201526020016102f8565b50506000910152565b6000825161032b8184602087016102f5565b9190910192915050565b6000602082016020835280845180835260408501915060408160051b86010192506020860160005b828110156103a957603f19878603018452815180518087526103868160208901602085016102f5565b601f01601f1916959095016020908101955093840193919091019060010161035d565b5092969550505050505056fe";

    private static String librariesLinkedBinary;

    public static final CustomError ANSWERS_ERROR = new CustomError("Answers",
            Arrays.<TypeReference<?>>asList(new TypeReference<DynamicArray<DynamicBytes>>() {}));
    ;

    @Deprecated
    protected BulkRead(String contractAddress, Web3j web3j, Credentials credentials,
            BigInteger gasPrice, BigInteger gasLimit) {
        super(BINARY, contractAddress, web3j, credentials, gasPrice, gasLimit);
    }

    protected BulkRead(String contractAddress, Web3j web3j, Credentials credentials,
            ContractGasProvider contractGasProvider) {
        super(BINARY, contractAddress, web3j, credentials, contractGasProvider);
    }

    @Deprecated
    protected BulkRead(String contractAddress, Web3j web3j, TransactionManager transactionManager,
            BigInteger gasPrice, BigInteger gasLimit) {
        super(BINARY, contractAddress, web3j, transactionManager, gasPrice, gasLimit);
    }

    protected BulkRead(String contractAddress, Web3j web3j, TransactionManager transactionManager,
            ContractGasProvider contractGasProvider) {
        super(BINARY, contractAddress, web3j, transactionManager, contractGasProvider);
    }

    @Deprecated
    public static BulkRead load(String contractAddress, Web3j web3j, Credentials credentials,
            BigInteger gasPrice, BigInteger gasLimit) {
        return new BulkRead(contractAddress, web3j, credentials, gasPrice, gasLimit);
    }

    @Deprecated
    public static BulkRead load(String contractAddress, Web3j web3j,
            TransactionManager transactionManager, BigInteger gasPrice, BigInteger gasLimit) {
        return new BulkRead(contractAddress, web3j, transactionManager, gasPrice, gasLimit);
    }

    public static BulkRead load(String contractAddress, Web3j web3j, Credentials credentials,
            ContractGasProvider contractGasProvider) {
        return new BulkRead(contractAddress, web3j, credentials, contractGasProvider);
    }

    public static BulkRead load(String contractAddress, Web3j web3j,
            TransactionManager transactionManager, ContractGasProvider contractGasProvider) {
        return new BulkRead(contractAddress, web3j, transactionManager, contractGasProvider);
    }

    public static RemoteCall<BulkRead> deploy(Web3j web3j, Credentials credentials,
            ContractGasProvider contractGasProvider, String target, byte[] selector,
            List<String> accounts) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, target),
                new org.web3j.abi.datatypes.generated.Bytes4(selector),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                        org.web3j.abi.datatypes.Address.class,
                        org.web3j.abi.Utils.typeMap(accounts, org.web3j.abi.datatypes.Address.class))));
        return deployRemoteCall(BulkRead.class, web3j, credentials, contractGasProvider, getDeploymentBinary(), encodedConstructor);
    }

    public static RemoteCall<BulkRead> deploy(Web3j web3j, TransactionManager transactionManager,
            ContractGasProvider contractGasProvider, String target, byte[] selector,
            List<String> accounts) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, target),
                new org.web3j.abi.datatypes.generated.Bytes4(selector),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                        org.web3j.abi.datatypes.Address.class,
                        org.web3j.abi.Utils.typeMap(accounts, org.web3j.abi.datatypes.Address.class))));
        return deployRemoteCall(BulkRead.class, web3j, transactionManager, contractGasProvider, getDeploymentBinary(), encodedConstructor);
    }

    @Deprecated
    public static RemoteCall<BulkRead> deploy(Web3j web3j, Credentials credentials,
            BigInteger gasPrice, BigInteger gasLimit, String target, byte[] selector,
            List<String> accounts) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, target),
                new org.web3j.abi.datatypes.generated.Bytes4(selector),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                        org.web3j.abi.datatypes.Address.class,
                        org.web3j.abi.Utils.typeMap(accounts, org.web3j.abi.datatypes.Address.class))));
        return deployRemoteCall(BulkRead.class, web3j, credentials, gasPrice, gasLimit, getDeploymentBinary(), encodedConstructor);
    }

    @Deprecated
    public static RemoteCall<BulkRead> deploy(Web3j web3j, TransactionManager transactionManager,
            BigInteger gasPrice, BigInteger gasLimit, String target, byte[] selector,
            List<String> accounts) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, target),
                new org.web3j.abi.datatypes.generated.Bytes4(selector),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                        org.web3j.abi.datatypes.Address.class,
                        org.web3j.abi.Utils.typeMap(accounts, org.web3j.abi.datatypes.Address.class))));
        return deployRemoteCall(BulkRead.class, web3j, transactionManager, gasPrice, gasLimit, getDeploymentBinary(), encodedConstructor);
    }

    public static void linkLibraries(List<Contract.LinkReference> references) {
        librariesLinkedBinary = linkBinaryWithReferences(BINARY, references);
    }

    private static String getDeploymentBinary() {
        if (librariesLinkedBinary != null) {
            return librariesLinkedBinary;
        } else {
            return BINARY;
        }
    }
}
