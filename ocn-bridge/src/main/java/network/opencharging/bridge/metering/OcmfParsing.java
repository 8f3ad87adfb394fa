package network.opencharging.bridge.metering;

/** What came out of reading an OCMF document. */
public sealed interface OcmfParsing {

    /**
     * It has the format; nothing is said about its truth yet.
     *
     * @param document the document
     */
    record Read(OcmfDocument document) implements OcmfParsing {}

    /**
     * It has not.
     *
     * @param why for people
     */
    record Malformed(String why) implements OcmfParsing {}
}
