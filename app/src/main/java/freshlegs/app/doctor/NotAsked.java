package freshlegs.app.doctor;

/** What a check needs is not there, and another check says why. */
final class NotAsked extends Exception {
    private static final long serialVersionUID = 1;

    NotAsked(String sentence) {
        super(sentence);
    }
}
