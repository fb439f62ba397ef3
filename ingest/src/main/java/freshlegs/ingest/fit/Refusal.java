package freshlegs.ingest.fit;

/** Ends the decoding of a file, with the sentence that its owner reads. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
