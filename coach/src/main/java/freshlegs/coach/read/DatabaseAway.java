package freshlegs.coach.read;

/** The database cannot be asked at the moment; the message says it in a sentence for people. */
public final class DatabaseAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
