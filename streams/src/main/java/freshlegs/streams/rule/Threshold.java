package freshlegs.streams.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A number that decides when something is a signal: its key, the published value, what it may be set to, its unit, what it
 * decides and where it comes from. One whose published value is written as a whole number is a count. What only describes a
 * session, or only words a sentence, is none.
 */
public enum Threshold {
    BASELINE_FIRST_DAY("baseline.first-day", 49, 28, 84, "days ago", "the baseline begins", Source.OWN),
    BASELINE_LAST_DAY("baseline.last-day", 8, 1, 21, "days ago", "the baseline ends", Source.OWN),
    BASELINE_SPREAD_FIRST_DAY(
            "baseline.spread-first-day", 84, 28, 84, "days ago", "the days begin that tell the spread", Source.OWN),
    BASELINE_LEAST_DAYS("baseline.least-days", 14, 7, 42, "days", "must be known of a baseline", Source.OWN),
    BASELINE_FROZEN_DAYS(
            "baseline.frozen-days", 28, 7, 84, "days", "of one alert until its baseline starts afresh", Source.OWN),
    BASELINE_CLIP("baseline.clip", 3.0, 2.0, 5.0, "SD", "are the most by which one value counts", Source.SANDS),

    WEEKDAYS_KNOWN_AFTER(
            "weekdays.known-after", 56, 28, 84, "days", "until days of the week are told apart", Source.OWN),
    WEEKDAYS_LEAST_VALUES("weekdays.least-values", 35, 14, 84, "values", "must be known for it", Source.OWN),
    WEEKDAYS_SHRINKAGE("weekdays.shrinkage", 10.0, 0.0, 100.0, "values", "by which each is drawn to none", Source.OWN),

    PERSISTENCE_USUAL(
            "persistence.usual",
            0.3,
            0.0,
            0.7,
            "share",
            "of a difference is usually left the next day",
            Source.SIMULATED),
    PERSISTENCE_PRIOR_PAIRS(
            "persistence.prior-pairs",
            150.0,
            0.0,
            2000.0,
            "pairs of days",
            "is the weight of the usual one",
            Source.SIMULATED),

    SPREAD_RESTING_HEART_RATE("spread.resting-heart-rate", 1.5, 0.5, 5.0, "bpm", "is the least spread", Source.OWN),
    SPREAD_HRV("spread.hrv", 0.08, 0.02, 0.3, "ln ms", "is the least spread", Source.OWN),
    SPREAD_EXERCISE_HEART_RATE("spread.exercise-heart-rate", 2.0, 0.5, 6.0, "bpm", "is the least spread", Source.OWN),
    SPREAD_ITEM("spread.item", 0.5, 0.1, 2.0, "of 7", "is the least spread of an answer", Source.OWN),
    SPREAD_SUBJECTIVE("spread.subjective", 0.5, 0.1, 2.0, "SD", "is the least spread of how one feels", Source.OWN),
    SPREAD_PERFORMANCE("spread.performance", 1.5, 0.5, 5.0, "%", "is the least spread", Source.OWN),

    CHART_DAILY_SHARE(
            "chart.daily-share", 0.25, 0.05, 1.0, "share", "of a day's difference moves its chart", Source.SANDS),
    CHART_RUN_SHARE("chart.run-share", 0.35, 0.05, 1.0, "share", "of a run's difference moves its chart", Source.SANDS),
    CHART_DAILY_FLAG("chart.daily-flag", 1.0, 0.3, 3.0, "SD", "is where a daily chart votes", Source.SIMULATED),
    CHART_RUN_FLAG("chart.run-flag", 0.9, 0.3, 3.0, "SD", "is where the chart of runs votes", Source.SIMULATED),
    CHART_DAILY_LOW("chart.daily-low", 1.3, 0.3, 3.0, "SD", "below zero is a daily chart too good", Source.LE_MEUR),
    CHART_RUN_LOW("chart.run-low", 1.17, 0.3, 3.0, "SD", "below zero is the chart of runs too good", Source.LE_MEUR),
    CHART_FRESH_DAYS("chart.fresh-days", 5, 1, 14, "days", "without a value a chart stands still", Source.OWN),
    CHART_KNOWN_DAYS("chart.known-days", 10, 2, 28, "days", "without a value a chart is believed", Source.OWN),
    CHART_FADING("chart.fading", 0.75, 0.0, 1.0, "share", "of a chart without values is left each day", Source.OWN),

    PERFORMANCE_LEAST_SESSIONS("performance.least-sessions", 6, 3, 18, "sessions", "must be known", Source.OWN),
    PERFORMANCE_MOST_SESSIONS(
            "performance.most-sessions", 12, 3, 24, "sessions", "are compared with at most", Source.OWN),
    PERFORMANCE_LEAST_OF_KIND(
            "performance.least-of-kind", 3, 1, 12, "sessions", "of its kind must be known", Source.OWN),
    PERFORMANCE_PRIOR_SESSIONS(
            "performance.prior-sessions",
            6.0,
            0.0,
            30.0,
            "sessions",
            "is the weight of the assumed spread",
            Source.OWN),
    PERFORMANCE_PRIOR_SPREAD(
            "performance.prior-spread", 2.0, 0.5, 6.0, "%", "is the assumed spread", "Laursen 2007 (0.95 to 2.0 %)"),
    PERFORMANCE_FLAG("performance.flag", 1.0, 0.3, 3.0, "SD", "slower is slow", Source.SIMULATED),
    PERFORMANCE_FLAG_ALONE("performance.flag-alone", 2.5, 0.5, 5.0, "SD", "slower votes at once", Source.SIMULATED),
    PERFORMANCE_IN_A_ROW_WITHIN(
            "performance.in-a-row-within", 28, 7, 84, "days", "apart are two sessions still in a row", Source.OWN),
    PERFORMANCE_HOLDS_DAYS("performance.holds-days", 10, 1, 28, "days", "a vote holds without another one", Source.OWN),
    PERFORMANCE_KNOWN_DAYS("performance.known-days", 14, 2, 42, "days", "a key session is believed", Source.OWN),

    WEIGHT_SUBJECTIVE("weight.subjective", 1.0, 0.0, 2.0, "", "is by what the feeling counts", Source.WEIGHED),
    WEIGHT_RESTING_HEART_RATE("weight.resting-heart-rate", 0.6, 0.0, 2.0, "", "is by what it counts", Source.WEIGHED),
    WEIGHT_HRV("weight.hrv", 0.5, 0.0, 2.0, "", "is by what it counts", Source.WEIGHED),
    WEIGHT_EXERCISE_HEART_RATE("weight.exercise-heart-rate", 0.6, 0.0, 2.0, "", "is by what it counts", Source.WEIGHED),
    WEIGHT_PERFORMANCE(
            "weight.performance", 0.5, 0.0, 2.0, "", "is by what the last two key sessions count", Source.WEIGHED),

    FATIGUE_KEY("fatigue.key", 0.5, 0.1, 1.0, "of its limit", "must a second domain reach to agree", Source.SIMULATED),
    FATIGUE_TOGETHER("fatigue.together", 2.76, 0.0, 8.0, "SD", "must all domains reach together", Source.SIMULATED),
    FATIGUE_APART(
            "fatigue.apart",
            4.3,
            0.0,
            12.0,
            "SD",
            "must they reach together where the heart is calmer",
            "two-sided (Le Meur 2013); " + Source.SIMULATED),
    FATIGUE_UNTOLD(
            "fatigue.untold",
            2.55,
            0.0,
            8.0,
            "SD",
            "must they reach together where check-ins are missing",
            Source.SIMULATED),
    FATIGUE_AGREE_ON("fatigue.agree-on-days", 2, 1, 14, "days", "the keys must agree for AMBER", Source.SIMULATED),
    FATIGUE_AGREE_OF("fatigue.agree-of-days", 3, 1, 28, "days", "are looked at for it", Source.SIMULATED),
    FATIGUE_MARKERS_ON("fatigue.markers-on-days", 2, 1, 14, "days", "two markers must agree", Source.SIMULATED),
    FATIGUE_MARKERS_OF("fatigue.markers-of-days", 3, 1, 28, "days", "are looked at for it", Source.SIMULATED),
    FATIGUE_LOGGED_ON("fatigue.logged-on-days", 4, 0, 14, "days", "with a check-in are enough", Source.OWN),
    FATIGUE_LOGGED_OF("fatigue.logged-of-days", 7, 1, 28, "days", "are looked at for it", Source.OWN),
    FATIGUE_QUIET_ON(
            "fatigue.quiet-on-days", 5, 1, 28, "days", "nothing agreed, so that an alert ends", Source.SIMULATED),
    FATIGUE_QUIET_OF("fatigue.quiet-of-days", 7, 1, 28, "days", "are looked at for it", Source.SIMULATED),
    FATIGUE_FEELING_IS_BACK(
            "fatigue.feeling-is-back",
            0.5,
            -1.0,
            3.0,
            "SD",
            "is below what the chart must be at its end",
            Source.SIMULATED),
    FATIGUE_RED_AFTER("fatigue.red-after-days", 7, 2, 28, "days", "of AMBER's ground make RED", Source.SIMULATED),
    FATIGUE_RED_LASTS("fatigue.red-lasts-days", 7, 1, 42, "days", "RED stands at least", Source.OWN),
    FATIGUE_ON_TARGET("fatigue.on-target", 1.0, 0.2, 3.0, "SD", "off is a session still on target", Source.OWN),

    ILLNESS_JUMP_BEATS("illness.jump-beats", 10.0, 4.0, 20.0, "bpm", "above the median is a jump", Source.ALAVI),
    ILLNESS_JUMP_SPREADS("illness.jump-spreads", 3.0, 2.0, 6.0, "robust SD", "above it as well", Source.ALAVI),
    ILLNESS_JUMP_WITHIN("illness.jump-within-days", 2, 1, 7, "days", "before must have seen another jump", Source.OWN),
    ILLNESS_SURGE_SPREADS(
            "illness.surge-spreads",
            2.4,
            1.5,
            6.0,
            "SD",
            "is how far two mornings must lie above usual to suggest an illness",
            Source.ALAVI),
    ILLNESS_SURGE_DAYS(
            "illness.surge-days",
            7,
            0,
            28,
            "days",
            "of it at most does the chart of resting heart rate wait",
            Source.OWN),
    ILLNESS_QUIET_CHECK_INS("illness.quiet-check-ins", 2, 1, 14, "check-ins", "without symptoms end it", Source.IOC),
    ILLNESS_QUIET_DAYS("illness.quiet-days", 2, 1, 14, "days", "must have passed as well", Source.IOC),
    ILLNESS_SILENT_DAYS("illness.silent-days", 7, 2, 28, "days", "without a word end it", Source.OWN),
    SAFETY_QUIET_CHECK_INS("safety.quiet-check-ins", 7, 7, 28, "check-ins", "without warning signs end it", Source.IOC),
    SAFETY_QUIET_DAYS("safety.quiet-days", 14, 14, 84, "days", "must have passed as well", Source.IOC),

    CONTEXT_SESSION_SPIKE(
            "context.session-spike", 1.1, 1.0, 3.0, "times", "the longest run of 30 days is a spike", "Frandsen 2025"),
    CONTEXT_MONOTONY("context.monotony", 2.0, 1.0, 10.0, "", "is a monotonous week", "Foster 1998"),
    CONTEXT_STRAIN(
            "context.strain", 0.95, 0.5, 1.0, "share", "of earlier weeks strained less", "Foster 1998; " + Source.OWN),
    CONTEXT_RAMP(
            "context.ramp", 8.0, 1.0, 30.0, "a week", "more fitness load is steep", "Friel (5 to 8), Couzens 2015"),
    CONTEXT_SLEEP("context.sleep", 7.0, 4.0, 9.0, "hours", "of sleep on average are short", Source.OWN),
    CONTEXT_SLEEP_DEBT(
            "context.sleep-debt", 7.0, 1.0, 28.0, "hours", "short of 8 a night in seven nights are a debt", Source.OWN),
    CONTEXT_HOT("context.hot", 25.0, 15.0, 40.0, "degrees C", "at the wrist are hot", Source.OWN),
    CONTEXT_FADE("context.fade", 3.0, 0.5, 15.0, "%", "slower than the best repeat is a fade", Source.OWN),
    CONTEXT_MORE_LOAD("context.more-load", 30.0, 5.0, 200.0, "%", "more than in three weeks is much", Source.OWN),
    CONTEXT_TIRED_AFTER("context.tired-after-days", 3, 0, 14, "days", "after a hard block may tire", Source.OWN);

    /** Where numbers of one origin come from. */
    private static final class Source {
        static final String OWN = "own choice, grade D";
        static final String SIMULATED = "own simulation, grade C";
        static final String WEIGHED = "multivariate chart (Lowry 1992); " + SIMULATED;
        static final String SANDS = "control chart (Sands 2019); " + OWN;
        static final String LE_MEUR = "two-sided (Le Meur 2013); " + SIMULATED;
        static final String ALAVI = "Alavi 2021; " + OWN;
        static final String IOC = "IOC 2022 (return to training); " + OWN;
    }

    private static final Map<String, Threshold> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Threshold::key, Function.identity()));

    private final String key;
    private final double published;
    private final double least;
    private final double most;
    private final boolean whole;
    private final String unit;
    private final String decides;
    private final String source;

    /** A count. */
    Threshold(String key, int published, int least, int most, String unit, String decides, String source) {
        this(key, published, least, most, true, unit, decides, source);
    }

    /** A measure. */
    Threshold(String key, double published, double least, double most, String unit, String decides, String source) {
        this(key, published, least, most, false, unit, decides, source);
    }

    Threshold(
            String key,
            double published,
            double least,
            double most,
            boolean whole,
            String unit,
            String decides,
            String source) {
        this.key = key;
        this.published = published;
        this.least = least;
        this.most = most;
        this.whole = whole;
        this.unit = unit;
        this.decides = decides;
        this.source = source;
    }

    static Optional<Threshold> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Threshold::key).toList();
    }

    public String key() {
        return key;
    }

    public double published() {
        return published;
    }

    public String unit() {
        return unit;
    }

    /** What follows its value and unit in a sentence. */
    public String decides() {
        return decides;
    }

    public String source() {
        return source;
    }

    public boolean isWhole() {
        return whole;
    }

    /** What it may be, such as {@code 1 to 14}. */
    public String range() {
        return text(least) + " to " + text(most);
    }

    boolean allows(double value) {
        return value >= least && value <= most && (!whole || value == Math.rint(value));
    }

    /** A value of it as people write it. */
    public String text(double value) {
        return value == Math.rint(value) && whole ? Long.toString((long) value) : Double.toString(value);
    }
}
