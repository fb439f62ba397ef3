package freshlegs.app.metrics;

/** What a check came to: whether it is well, and a sentence that says so or says what is not; never a secret. */
public record Answer(boolean ok, String sentence) {
    public static Answer well(String sentence) {
        return new Answer(true, sentence);
    }

    public static Answer unwell(String sentence) {
        return new Answer(false, sentence);
    }
}
