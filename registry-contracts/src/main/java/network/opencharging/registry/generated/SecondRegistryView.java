package network.opencharging.registry.generated;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.annotation.processing.Generated;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes2;
import org.web3j.abi.datatypes.generated.Bytes3;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.RemoteCall;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.tuples.generated.Tuple10;
import org.web3j.tuples.generated.Tuple2;
import org.web3j.tuples.generated.Tuple9;
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
public class SecondRegistryView extends Contract {
    public static final String BINARY = "60a060405234801561001057600080fd5b50604051611a7b380380611a7b83398101604081905261002f91610040565b6001600160a01b0316608052610070565b60006020828403121561005257600080fd5b81516001600160a01b038116811461006957600080fd5b9392505050565b6080516119806100fb6000396000818161017b0152818161029f0152818161034f015281816104ec0152818161057601528181610637015281816106d10152818161076d01528181610906015281816109be01528181610a7101528181610b0501528181610ba001528181610c0e01528181610d0c01528181610da00152610e3801526119806000f3fe608060405234801561001057600080fd5b50600436106100ea5760003560e01c80639d2090481161008c578063a8311aa811610066578063a8311aa814610224578063aee1fe491461022c578063df51612814610234578063dfd93d3b1461025c57600080fd5b80639d209048146101c8578063a33db09f146101e8578063a5b5ffbb146101fb57600080fd5b806366acaa33116100c857806366acaa331461014d5780637a091aa5146101555780637b1039991461017657806388cf72a0146101b557600080fd5b806301ffc9a7146100ef578063031d2bd51461011757806339581c211461012d575b600080fd5b6101026100fd366004610fbf565b610264565b60405190151581526020015b60405180910390f35b61011f61029b565b60405190815260200161010e565b61014061013b366004610ffb565b610324565b60405161010e9190611018565b6101406104e8565b610168610163366004611090565b610570565b60405161010e929190611119565b61019d7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b03909116815260200161010e565b6101686101c336600461115a565b610612565b6101db6101d636600461115a565b6106af565b60405161010e9190611177565b6101406101f636600461115a565b610742565b61020e610209366004611090565b6108f4565b60405161010e9a999897969594939291906111c9565b610140610b9c565b61019d600081565b61024761024236600461115a565b610bfc565b60405161010e99989796959493929190611274565b61019d610e34565b60006001600160e01b031982166301ffc9a760e01b148061029557506001600160e01b03198216637965db0b60e01b145b92915050565b60007f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316639eb8e7256040518163ffffffff1660e01b8152600401602060405180830381865afa1580156102fb573d6000803e3d6000fd5b505050506040513d601f19601f8201168201806040525081019061031f9190611311565b905090565b604051631f2538d160e21b815260006004820181905260001960248301526060916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690637c94e34490604401600060405180830381865afa158015610396573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f191682016040526103be91908101906114c9565b5050905080516001600160401b038111156103db576103db61132a565b604051908082528060200260200182016040528015610404578160200160208202803683370190505b5091506000805b82518110156104df57600061043c84838151811061042b5761042b611582565b602002602001015160600151610eb8565b905060005b81518110156104d5578660ff1682828151811061046057610460611582565b602002602001015160ff16036104cd5784838151811061048257610482611582565b60200260200101516000015186858061049a906115ae565b9650815181106104ac576104ac611582565b60200260200101906001600160a01b031690816001600160a01b0316815250505b600101610441565b505060010161040b565b50825250919050565b60607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166366acaa336040518163ffffffff1660e01b8152600401600060405180830381865afa158015610548573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f1916820160405261031f91908101906115c7565b600060607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316637a091aa585856040518363ffffffff1660e01b81526004016105c2929190611665565b600060405180830381865afa1580156105df573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f1916820160405261060791908101906116ec565b915091509250929050565b6040516304467b9560e51b81526001600160a01b0382811660048301526000916060917f000000000000000000000000000000000000000000000000000000000000000016906388cf72a090602401600060405180830381865afa15801561067e573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f191682016040526106a691908101906116ec565b91509150915091565b6040516313a4120960e31b81526001600160a01b0382811660048301526060917f000000000000000000000000000000000000000000000000000000000000000090911690639d20904890602401600060405180830381865afa15801561071a573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f19168201604052610295919081019061173c565b604051631f2538d160e21b815260006004820181905260001960248301526060916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001690637c94e34490604401600060405180830381865afa1580156107b4573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f191682016040526107dc91908101906114c9565b5050905080516001600160401b038111156107f9576107f961132a565b604051908082528060200260200182016040528015610822578160200160208202803683370190505b5091506000805b82518110156104df5782818151811061084457610844611582565b602002602001015160e00151801561088a5750846001600160a01b031683828151811061087357610873611582565b602002602001015160c001516001600160a01b0316145b156108ec578281815181106108a1576108a1611582565b6020026020010151600001518483806108b9906115ae565b9450815181106108cb576108cb611582565b60200260200101906001600160a01b031690816001600160a01b0316815250505b600101610829565b600080600060606000806060806000807f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663a5b5ffbb8d8d6040518363ffffffff1660e01b8152600401610952929190611665565b600060405180830381865afa15801561096f573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f1916820160405261099791908101906117e1565b50506040516301d03bed60e11b81526001600160a01b038086166004830152949e506000947f00000000000000000000000000000000000000000000000000000000000000001693506303a077da9250602401905061012060405180830381865afa158015610a0a573d6000803e3d6000fd5b505050506040513d601f19601f82011682018060405250810190610a2e91906118bd565b90508060200151995080604001519850610a4b8160600151610eb8565b6040516304467b9560e51b81526001600160a01b038d81166004830152919950600098507f0000000000000000000000000000000000000000000000000000000000000000909116906388cf72a090602401600060405180830381865afa158015610aba573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f19168201604052610ae291908101906116ec565b5060405163beee98a360e01b81526001600160a01b038d811660048301529197507f00000000000000000000000000000000000000000000000000000000000000009091169063beee98a390602401600060405180830381865afa158015610b4e573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f19168201604052610b7691908101906118da565b9b9e9a9d50989b509699959894979650505050506001600160a01b038416151590600090565b60607f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663a8311aa86040518163ffffffff1660e01b8152600401600060405180830381865afa158015610548573d6000803e3d6000fd5b600080600060606000806060806000807f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166303a077da8c6040518263ffffffff1660e01b8152600401610c6791906001600160a01b0391909116815260200190565b61012060405180830381865afa158015610c85573d6000803e3d6000fd5b505050506040513d601f19601f82011682018060405250810190610ca991906118bd565b60208101519091506001600160f01b03191615610cc6578a610cc9565b60005b99508060200151985080604001519750610ce68160600151610eb8565b6040516304467b9560e51b81526001600160a01b038d81166004830152919850600097507f0000000000000000000000000000000000000000000000000000000000000000909116906388cf72a090602401600060405180830381865afa158015610d55573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f19168201604052610d7d91908101906116ec565b5060405163beee98a360e01b81526001600160a01b038d811660048301529196507f00000000000000000000000000000000000000000000000000000000000000009091169063beee98a390602401600060405180830381865afa158015610de9573d6000803e3d6000fd5b505050506040513d6000823e601f3d908101601f19168201604052610e1191908101906118da565b9a9c999b50979996989597949694956001600160a01b0388161515945092505050565b60007f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031663120c7efd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610e94573d6000803e3d6000fd5b505050506040513d601f19601f8201168201806040525081019061031f919061192b565b606060038216603c600184901c16176004831615610ed4576010175b610edd81610ee4565b9392505050565b60606000825b60ff811615610f0f57610efc826115ae565b9150610f09600182611948565b16610eea565b50806001600160401b03811115610f2857610f2861132a565b604051908082528060200260200182016040528015610f51578160200160208202803683370190505b5091506000805b82821015610fb7578060ff166001901b851660ff16600014610fa757808483610f80816115ae565b945081518110610f9257610f92611582565b602002602001019060ff16908160ff16815250505b610fb081611961565b9050610f58565b505050919050565b600060208284031215610fd157600080fd5b81356001600160e01b031981168114610edd57600080fd5b60ff81168114610ff857600080fd5b50565b60006020828403121561100d57600080fd5b8135610edd81610fe9565b602080825282518282018190526000918401906040840190835b818110156110595783516001600160a01b0316835260209384019390920191600101611032565b509095945050505050565b6001600160f01b031981168114610ff857600080fd5b6001600160e81b031981168114610ff857600080fd5b600080604083850312156110a357600080fd5b82356110ae81611064565b915060208301356110be8161107a565b809150509250929050565b60005b838110156110e45781810151838201526020016110cc565b50506000910152565b600081518084526111058160208601602086016110c9565b601f01601f19169290920160200192915050565b6001600160a01b038316815260406020820181905260009061113d908301846110ed565b949350505050565b6001600160a01b0381168114610ff857600080fd5b60006020828403121561116c57600080fd5b8135610edd81611145565b602081526000610edd60208301846110ed565b600081518084526020840193506020830160005b828110156111bf57815160ff1686526020958601959091019060010161119e565b5093949350505050565b6001600160a01b038b1681526001600160f01b03198a1660208201526001600160e81b0319891660408201526101406060820181905260009061120e9083018a61118a565b60ff891660808401526001600160a01b03881660a084015282810360c084015261123881886110ed565b905082810360e084015261124c81876110ed565b91505061125e61010083018515159052565b826101208301529b9a5050505050505050505050565b6001600160a01b038a1681526001600160f01b0319891660208201526001600160e81b031988166040820152610120606082018190526000906112b99083018961118a565b60ff881660808401526001600160a01b03871660a084015282810360c08401526112e381876110ed565b905082810360e08401526112f781866110ed565b9150508215156101008301529a9950505050505050505050565b60006020828403121561132357600080fd5b5051919050565b634e487b7160e01b600052604160045260246000fd5b60405161012081016001600160401b03811182821017156113635761136361132a565b60405290565b604051601f8201601f191681016001600160401b03811182821017156113915761139161132a565b604052919050565b60006001600160401b038211156113b2576113b261132a565b5060051b60200190565b80516113c781611145565b919050565b80516113c781611064565b80516113c78161107a565b80516113c781610fe9565b805180151581146113c757600080fd5b805163ffffffff811681146113c757600080fd5b6000610120828403121561142457600080fd5b61142c611340565b9050611437826113bc565b8152611445602083016113cc565b6020820152611456604083016113d7565b6040820152611467606083016113e2565b6060820152611478608083016113e2565b608082015261148960a083016113e2565b60a082015261149a60c083016113bc565b60c08201526114ab60e083016113ed565b60e08201526114bd61010083016113fd565b61010082015292915050565b6000806000606084860312156114de57600080fd5b83516001600160401b038111156114f457600080fd5b8401601f8101861361150557600080fd5b805161151861151382611399565b611369565b808282526020820191506020610120840285010192508883111561153b57600080fd5b6020840193505b82841015611568576115548985611411565b825260208201915061012084019350611542565b602088015160409098015190999798509695505050505050565b634e487b7160e01b600052603260045260246000fd5b634e487b7160e01b600052601160045260246000fd5b6000600182016115c0576115c0611598565b5060010190565b6000602082840312156115d957600080fd5b81516001600160401b038111156115ef57600080fd5b8201601f8101841361160057600080fd5b805161160e61151382611399565b8082825260208201915060208360051b85010192508683111561163057600080fd5b6020840193505b8284101561165b57835161164a81611145565b825260209384019390910190611637565b9695505050505050565b6001600160f01b03199290921682526001600160e81b031916602082015260400190565b600082601f83011261169a57600080fd5b81516001600160401b038111156116b3576116b361132a565b6116c6601f8201601f1916602001611369565b8181528460208386010111156116db57600080fd5b61113d8260208301602087016110c9565b600080604083850312156116ff57600080fd5b825161170a81611145565b60208401519092506001600160401b0381111561172657600080fd5b61173285828601611689565b9150509250929050565b60006020828403121561174e57600080fd5b81516001600160401b0381111561176457600080fd5b61113d84828501611689565b600082601f83011261178157600080fd5b815161178f61151382611399565b8082825260208201915060208360051b8601019250858311156117b157600080fd5b602085015b838110156117d75780516117c981610fe9565b8352602092830192016117b6565b5095945050505050565b60008060008060008060c087890312156117fa57600080fd5b611803876113bc565b955060208701516001600160401b0381111561181e57600080fd5b61182a89828a01611770565b95505060408701516001600160401b0381111561184657600080fd5b61185289828a01611770565b94505060608701516001600160401b0381111561186e57600080fd5b61187a89828a01611770565b935050611889608088016113bc565b915060a08701516001600160401b038111156118a457600080fd5b6118b089828a01611689565b9150509295509295509295565b600061012082840312156118d057600080fd5b610edd8383611411565b600080604083850312156118ed57600080fd5b82516001600160401b0381111561190357600080fd5b61190f85828601611689565b92505060208301516001600160401b0381111561172657600080fd5b60006020828403121561193d57600080fd5b8151610edd81611145565b60ff828116828216039081111561029557610295611598565b600060ff821660ff810361197757611977611598565b6001019291505056";

    private static String librariesLinkedBinary;

    public static final String FUNC_CERTIFICATEVERIFIER = "certificateVerifier";

    public static final String FUNC_GETNODE = "getNode";

    public static final String FUNC_GETNODEOPERATORS = "getNodeOperators";

    public static final String FUNC_GETOPERATORBYADDRESS = "getOperatorByAddress";

    public static final String FUNC_GETOPERATORBYOCPI = "getOperatorByOcpi";

    public static final String FUNC_GETPARTIES = "getParties";

    public static final String FUNC_GETPARTIESBYOPERATOR = "getPartiesByOperator";

    public static final String FUNC_GETPARTIESBYROLE = "getPartiesByRole";

    public static final String FUNC_GETPARTIESCOUNT = "getPartiesCount";

    public static final String FUNC_GETPARTYDETAILSBYADDRESS = "getPartyDetailsByAddress";

    public static final String FUNC_GETPARTYDETAILSBYOCPI = "getPartyDetailsByOcpi";

    public static final String FUNC_PAYMENTMANAGER = "paymentManager";

    public static final String FUNC_REGISTRY = "registry";

    public static final String FUNC_SUPPORTSINTERFACE = "supportsInterface";

    @Deprecated
    protected SecondRegistryView(String contractAddress, Web3j web3j, Credentials credentials,
            BigInteger gasPrice, BigInteger gasLimit) {
        super(BINARY, contractAddress, web3j, credentials, gasPrice, gasLimit);
    }

    protected SecondRegistryView(String contractAddress, Web3j web3j, Credentials credentials,
            ContractGasProvider contractGasProvider) {
        super(BINARY, contractAddress, web3j, credentials, contractGasProvider);
    }

    @Deprecated
    protected SecondRegistryView(String contractAddress, Web3j web3j,
            TransactionManager transactionManager, BigInteger gasPrice, BigInteger gasLimit) {
        super(BINARY, contractAddress, web3j, transactionManager, gasPrice, gasLimit);
    }

    protected SecondRegistryView(String contractAddress, Web3j web3j,
            TransactionManager transactionManager, ContractGasProvider contractGasProvider) {
        super(BINARY, contractAddress, web3j, transactionManager, contractGasProvider);
    }

    public RemoteFunctionCall<String> certificateVerifier() {
        final Function function = new Function(FUNC_CERTIFICATEVERIFIER,
                Arrays.<Type>asList(),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}));
        return executeRemoteCallSingleValueReturn(function, String.class);
    }

    public RemoteFunctionCall<String> getNode(String operator) {
        final Function function = new Function(FUNC_GETNODE,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, operator)),
                Arrays.<TypeReference<?>>asList(new TypeReference<Utf8String>() {}));
        return executeRemoteCallSingleValueReturn(function, String.class);
    }

    public RemoteFunctionCall<List> getNodeOperators() {
        final Function function = new Function(FUNC_GETNODEOPERATORS,
                Arrays.<Type>asList(),
                Arrays.<TypeReference<?>>asList(new TypeReference<DynamicArray<Address>>() {}));
        return new RemoteFunctionCall<List>(function,
                new Callable<List>() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public List call() throws Exception {
                        List<Type> result = (List<Type>) executeCallSingleValueReturn(function, List.class);
                        return convertToNative(result);
                    }
                });
    }

    public RemoteFunctionCall<Tuple2<String, String>> getOperatorByAddress(String party) {
        final Function function = new Function(FUNC_GETOPERATORBYADDRESS,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, party)),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}, new TypeReference<Utf8String>() {}));
        return new RemoteFunctionCall<Tuple2<String, String>>(function,
                new Callable<Tuple2<String, String>>() {
                    @Override
                    public Tuple2<String, String> call() throws Exception {
                        List<Type> results = executeCallMultipleValueReturn(function);
                        return new Tuple2<String, String>(
                                (String) results.get(0).getValue(),
                                (String) results.get(1).getValue());
                    }
                });
    }

    public RemoteFunctionCall<Tuple2<String, String>> getOperatorByOcpi(byte[] countryCode,
            byte[] partyId) {
        final Function function = new Function(FUNC_GETOPERATORBYOCPI,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.generated.Bytes2(countryCode),
                new org.web3j.abi.datatypes.generated.Bytes3(partyId)),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}, new TypeReference<Utf8String>() {}));
        return new RemoteFunctionCall<Tuple2<String, String>>(function,
                new Callable<Tuple2<String, String>>() {
                    @Override
                    public Tuple2<String, String> call() throws Exception {
                        List<Type> results = executeCallMultipleValueReturn(function);
                        return new Tuple2<String, String>(
                                (String) results.get(0).getValue(),
                                (String) results.get(1).getValue());
                    }
                });
    }

    public RemoteFunctionCall<List> getParties() {
        final Function function = new Function(FUNC_GETPARTIES,
                Arrays.<Type>asList(),
                Arrays.<TypeReference<?>>asList(new TypeReference<DynamicArray<Address>>() {}));
        return new RemoteFunctionCall<List>(function,
                new Callable<List>() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public List call() throws Exception {
                        List<Type> result = (List<Type>) executeCallSingleValueReturn(function, List.class);
                        return convertToNative(result);
                    }
                });
    }

    public RemoteFunctionCall<List> getPartiesByOperator(String operator) {
        final Function function = new Function(FUNC_GETPARTIESBYOPERATOR,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, operator)),
                Arrays.<TypeReference<?>>asList(new TypeReference<DynamicArray<Address>>() {}));
        return new RemoteFunctionCall<List>(function,
                new Callable<List>() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public List call() throws Exception {
                        List<Type> result = (List<Type>) executeCallSingleValueReturn(function, List.class);
                        return convertToNative(result);
                    }
                });
    }

    public RemoteFunctionCall<List> getPartiesByRole(BigInteger role) {
        final Function function = new Function(FUNC_GETPARTIESBYROLE,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.generated.Uint8(role)),
                Arrays.<TypeReference<?>>asList(new TypeReference<DynamicArray<Address>>() {}));
        return new RemoteFunctionCall<List>(function,
                new Callable<List>() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public List call() throws Exception {
                        List<Type> result = (List<Type>) executeCallSingleValueReturn(function, List.class);
                        return convertToNative(result);
                    }
                });
    }

    public RemoteFunctionCall<BigInteger> getPartiesCount() {
        final Function function = new Function(FUNC_GETPARTIESCOUNT,
                Arrays.<Type>asList(),
                Arrays.<TypeReference<?>>asList(new TypeReference<Uint256>() {}));
        return executeRemoteCallSingleValueReturn(function, BigInteger.class);
    }

    public RemoteFunctionCall<Tuple9<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean>> getPartyDetailsByAddress(
            String account) {
        final Function function = new Function(FUNC_GETPARTYDETAILSBYADDRESS,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, account)),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}, new TypeReference<Bytes2>() {}, new TypeReference<Bytes3>() {}, new TypeReference<DynamicArray<Uint8>>() {}, new TypeReference<Uint8>() {}, new TypeReference<Address>() {}, new TypeReference<Utf8String>() {}, new TypeReference<Utf8String>() {}, new TypeReference<Bool>() {}));
        return new RemoteFunctionCall<Tuple9<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean>>(function,
                new Callable<Tuple9<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean>>() {
                    @Override
                    public Tuple9<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean> call(
                            ) throws Exception {
                        List<Type> results = executeCallMultipleValueReturn(function);
                        return new Tuple9<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean>(
                                (String) results.get(0).getValue(),
                                (byte[]) results.get(1).getValue(),
                                (byte[]) results.get(2).getValue(),
                                convertToNative((List<Uint8>) results.get(3).getValue()),
                                (BigInteger) results.get(4).getValue(),
                                (String) results.get(5).getValue(),
                                (String) results.get(6).getValue(),
                                (String) results.get(7).getValue(),
                                (Boolean) results.get(8).getValue());
                    }
                });
    }

    public RemoteFunctionCall<Tuple10<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean, BigInteger>> getPartyDetailsByOcpi(
            byte[] country, byte[] id) {
        final Function function = new Function(FUNC_GETPARTYDETAILSBYOCPI,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.generated.Bytes2(country),
                new org.web3j.abi.datatypes.generated.Bytes3(id)),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}, new TypeReference<Bytes2>() {}, new TypeReference<Bytes3>() {}, new TypeReference<DynamicArray<Uint8>>() {}, new TypeReference<Uint8>() {}, new TypeReference<Address>() {}, new TypeReference<Utf8String>() {}, new TypeReference<Utf8String>() {}, new TypeReference<Bool>() {}, new TypeReference<Uint256>() {}));
        return new RemoteFunctionCall<Tuple10<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean, BigInteger>>(function,
                new Callable<Tuple10<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean, BigInteger>>() {
                    @Override
                    public Tuple10<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean, BigInteger> call(
                            ) throws Exception {
                        List<Type> results = executeCallMultipleValueReturn(function);
                        return new Tuple10<String, byte[], byte[], List<BigInteger>, BigInteger, String, String, String, Boolean, BigInteger>(
                                (String) results.get(0).getValue(),
                                (byte[]) results.get(1).getValue(),
                                (byte[]) results.get(2).getValue(),
                                convertToNative((List<Uint8>) results.get(3).getValue()),
                                (BigInteger) results.get(4).getValue(),
                                (String) results.get(5).getValue(),
                                (String) results.get(6).getValue(),
                                (String) results.get(7).getValue(),
                                (Boolean) results.get(8).getValue(),
                                (BigInteger) results.get(9).getValue());
                    }
                });
    }

    public RemoteFunctionCall<String> paymentManager() {
        final Function function = new Function(FUNC_PAYMENTMANAGER,
                Arrays.<Type>asList(),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}));
        return executeRemoteCallSingleValueReturn(function, String.class);
    }

    public RemoteFunctionCall<String> registry() {
        final Function function = new Function(FUNC_REGISTRY,
                Arrays.<Type>asList(),
                Arrays.<TypeReference<?>>asList(new TypeReference<Address>() {}));
        return executeRemoteCallSingleValueReturn(function, String.class);
    }

    public RemoteFunctionCall<Boolean> supportsInterface(byte[] id) {
        final Function function = new Function(FUNC_SUPPORTSINTERFACE,
                Arrays.<Type>asList(new org.web3j.abi.datatypes.generated.Bytes4(id)),
                Arrays.<TypeReference<?>>asList(new TypeReference<Bool>() {}));
        return executeRemoteCallSingleValueReturn(function, Boolean.class);
    }

    @Deprecated
    public static SecondRegistryView load(String contractAddress, Web3j web3j,
            Credentials credentials, BigInteger gasPrice, BigInteger gasLimit) {
        return new SecondRegistryView(contractAddress, web3j, credentials, gasPrice, gasLimit);
    }

    @Deprecated
    public static SecondRegistryView load(String contractAddress, Web3j web3j,
            TransactionManager transactionManager, BigInteger gasPrice, BigInteger gasLimit) {
        return new SecondRegistryView(contractAddress, web3j, transactionManager, gasPrice, gasLimit);
    }

    public static SecondRegistryView load(String contractAddress, Web3j web3j,
            Credentials credentials, ContractGasProvider contractGasProvider) {
        return new SecondRegistryView(contractAddress, web3j, credentials, contractGasProvider);
    }

    public static SecondRegistryView load(String contractAddress, Web3j web3j,
            TransactionManager transactionManager, ContractGasProvider contractGasProvider) {
        return new SecondRegistryView(contractAddress, web3j, transactionManager, contractGasProvider);
    }

    public static RemoteCall<SecondRegistryView> deploy(Web3j web3j, Credentials credentials,
            ContractGasProvider contractGasProvider, String registryInUse) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, registryInUse)));
        return deployRemoteCall(SecondRegistryView.class, web3j, credentials, contractGasProvider, getDeploymentBinary(), encodedConstructor);
    }

    public static RemoteCall<SecondRegistryView> deploy(Web3j web3j,
            TransactionManager transactionManager, ContractGasProvider contractGasProvider,
            String registryInUse) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, registryInUse)));
        return deployRemoteCall(SecondRegistryView.class, web3j, transactionManager, contractGasProvider, getDeploymentBinary(), encodedConstructor);
    }

    @Deprecated
    public static RemoteCall<SecondRegistryView> deploy(Web3j web3j, Credentials credentials,
            BigInteger gasPrice, BigInteger gasLimit, String registryInUse) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, registryInUse)));
        return deployRemoteCall(SecondRegistryView.class, web3j, credentials, gasPrice, gasLimit, getDeploymentBinary(), encodedConstructor);
    }

    @Deprecated
    public static RemoteCall<SecondRegistryView> deploy(Web3j web3j,
            TransactionManager transactionManager, BigInteger gasPrice, BigInteger gasLimit,
            String registryInUse) {
        String encodedConstructor = FunctionEncoder.encodeConstructor(Arrays.<Type>asList(new org.web3j.abi.datatypes.Address(160, registryInUse)));
        return deployRemoteCall(SecondRegistryView.class, web3j, transactionManager, gasPrice, gasLimit, getDeploymentBinary(), encodedConstructor);
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
