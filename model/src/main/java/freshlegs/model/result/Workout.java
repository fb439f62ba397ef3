package freshlegs.model.result;

/** One day's training as prescribed; {@code hard} counts against the week's hard days. */
public record Workout(Kind kind, String title, int minutes, boolean hard) {

    /** What the day is for. */
    public enum Kind {
        REST,
        EASY,
        LONG,
        STRIDES,
        TECHNICAL,
        TEMPO,
        REPEATS,
        PROGRESSION,
        TIME_TRIAL
    }
}
