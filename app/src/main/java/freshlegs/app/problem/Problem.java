package freshlegs.app.problem;

/** Something that the person at the command line can act on: one sentence that names the fix, and the exit code. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The process's exit codes. */
    public enum Exit {
        DONE(0),
        FAILED(1),
        WRONG_USE(2);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private final Exit exit;

    private Problem(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    private Problem(Exit exit, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    /** What was asked for is right, but it did not work. */
    public static Problem failed(String sentence) {
        return new Problem(Exit.FAILED, sentence);
    }

    public static Problem failed(String sentence, Throwable cause) {
        return new Problem(Exit.FAILED, sentence, cause);
    }

    /** What was asked for makes no sense as it was written. */
    public static Problem wrongUse(String sentence) {
        return new Problem(Exit.WRONG_USE, sentence);
    }

    public Exit exit() {
        return exit;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
