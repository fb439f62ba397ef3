package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.util.List;

/** The ladder's rungs, from easy running to a tempo that is half a notch faster. */
enum Level {
    BASE(0, "base") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return sessions.easy(40);
        }
    },
    STRIDES(1, "strides") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return sessions.strides(40, turn.of(6));
        }
    },
    TEMPO(2, "controlled tempo") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return sessions.tempo(turn.of(Math.min(20, 10 + 3 * turn.done())), 1);
        }
    },
    SHORT_REPEATS(3, "short repeats") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return turn.isEven() ? sessions.repeats(turn.of(6), 200) : sessions.repeats(turn.of(8), 150);
        }
    },
    FOUR_HUNDREDS(4, "400 m repeats") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return sessions.repeats(turn.of(5), 400);
        }
    },
    SIX_HUNDREDS(5, "600 m repeats") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return turn.isEven() ? sessions.repeats(turn.of(4), 600) : sessions.quickTempo(turn.of(6), 500);
        }
    },
    FAST_TEMPO(6, "tempo half a notch faster") {
        @Override
        Workout key(Sessions sessions, Turn turn) {
            return switch (turn.inFour()) {
                case 0 -> sessions.tempo(turn.of(20), Sessions.HALF_A_NOTCH);
                case 1 -> sessions.repeats(turn.of(4), 600);
                case 2 -> sessions.progression(turn.of(40));
                default -> sessions.repeats(turn.of(5), 400);
            };
        }
    };

    /** From the foot up. */
    private static final List<Level> LADDER = List.of(values());

    private final int rung;
    private final String title;

    Level(int rung, String title) {
        this.rung = rung;
        this.title = title;
    }

    static Level of(int rung) {
        int within = Math.max(BASE.rung, Math.min(rung, FAST_TEMPO.rung));
        return LADDER.get(within);
    }

    int rung() {
        return rung;
    }

    String title() {
        return title;
    }

    /**
     * Whose turn it is: the number of the week, by which sessions of one rung take turns, the share of the repetitions that is asked
     * and how many sessions of the rung went well before.
     */
    record Turn(int week, double share, int done) {
        int of(int whole) {
            return (int) Math.max(1, Math.round(whole * share));
        }

        boolean isEven() {
            return week % 2 == 0;
        }

        int inFour() {
            return week % 4;
        }
    }

    /** The week's key session on this rung. */
    abstract Workout key(Sessions sessions, Turn turn);
}
