package freshlegs.coach.page;

/** One step of a way by which files come: how far it is, in words, and what helps where it is stuck. */
public record Step(State state, String words, String fix, String command) {

    /** How far a step is. */
    public enum State {
        DONE,
        STUCK,
        NEXT,
        LATER,
        UNKNOWN;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Step done(String words) {
        return new Step(State.DONE, words, "", "");
    }

    static Step next(String words) {
        return new Step(State.NEXT, words, "", "");
    }

    static Step unknown(String words) {
        return new Step(State.UNKNOWN, words, "", "");
    }

    static Step stuck(String words, String fix, String command) {
        return new Step(State.STUCK, words, fix, command);
    }

    boolean is(State other) {
        return state == other;
    }

    /** Behind one that is not done yet nothing is next. */
    Step later() {
        return state == State.NEXT ? new Step(State.LATER, words, fix, command) : this;
    }
}
