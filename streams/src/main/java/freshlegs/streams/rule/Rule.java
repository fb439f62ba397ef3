package freshlegs.streams.rule;

import static freshlegs.streams.rule.Threshold.*;

import freshlegs.model.result.Domain;
import java.util.List;

/**
 * What can be a signal: its id and version, which everything that it raises carries, what it sees in one sentence, and the
 * thresholds by which it decides. A version is raised when the rule sees something else at equal thresholds.
 */
public enum Rule {
    CHART_SUBJECTIVE(
            "chart.subjective",
            1,
            "The athlete feels worse than usual, as a chart of the check-ins says.",
            CHART_DAILY_FLAG,
            CHART_DAILY_SHARE,
            SPREAD_ITEM,
            SPREAD_SUBJECTIVE),
    CHART_RESTING_HEART_RATE(
            "chart.resting-heart-rate",
            1,
            "Resting heart rate is higher than usual, as its chart says.",
            CHART_DAILY_FLAG,
            CHART_DAILY_SHARE,
            SPREAD_RESTING_HEART_RATE),
    CHART_HRV(
            "chart.hrv",
            1,
            "Heart-rate variability is lower than usual, as its chart says.",
            CHART_DAILY_FLAG,
            CHART_DAILY_SHARE,
            SPREAD_HRV),
    CHART_EXERCISE_HEART_RATE(
            "chart.exercise-heart-rate",
            1,
            "The heart beats faster at a pace than the athlete's own runs let expect.",
            CHART_RUN_FLAG,
            CHART_RUN_SHARE,
            SPREAD_EXERCISE_HEART_RATE),
    CHART_PERFORMANCE(
            "chart.performance",
            1,
            "Key sessions are slower than usual: two in a row, or one clearly.",
            PERFORMANCE_FLAG,
            PERFORMANCE_FLAG_ALONE,
            PERFORMANCE_IN_A_ROW_WITHIN,
            PERFORMANCE_HOLDS_DAYS,
            PERFORMANCE_KNOWN_DAYS,
            PERFORMANCE_LEAST_SESSIONS,
            PERFORMANCE_MOST_SESSIONS,
            PERFORMANCE_LEAST_OF_KIND,
            PERFORMANCE_PRIOR_SESSIONS,
            PERFORMANCE_PRIOR_SPREAD,
            SPREAD_PERFORMANCE),
    CHART_DISSOCIATION(
            "chart.dissociation",
            1,
            "A heart marker is clearly better than usual, which counts only together with feeling worse.",
            CHART_DAILY_LOW,
            CHART_RUN_LOW),

    FATIGUE_TWO_KEYS(
            "fatigue.two-keys",
            1,
            "Two keys agree (the athlete feels worse or performance fell, and something else says so too), one of them by its own"
                    + " vote, and all domains together are far enough from usual, on enough days.",
            FATIGUE_KEY,
            FATIGUE_TOGETHER,
            FATIGUE_APART,
            WEIGHT_SUBJECTIVE,
            WEIGHT_RESTING_HEART_RATE,
            WEIGHT_HRV,
            WEIGHT_EXERCISE_HEART_RATE,
            WEIGHT_PERFORMANCE,
            FATIGUE_AGREE_ON,
            FATIGUE_AGREE_OF,
            FATIGUE_LOGGED_ON,
            FATIGUE_LOGGED_OF),
    FATIGUE_TWO_MARKERS(
            "fatigue.two-markers",
            1,
            "With too few check-ins, two heart markers agree and all domains together are far enough from usual, on enough days.",
            FATIGUE_KEY,
            FATIGUE_UNTOLD,
            FATIGUE_MARKERS_ON,
            FATIGUE_MARKERS_OF,
            FATIGUE_LOGGED_ON,
            FATIGUE_LOGGED_OF),
    FATIGUE_SLOW_AND_MARKER(
            "fatigue.slow-and-marker",
            1,
            "With too few check-ins, performance fell, a heart marker agrees and all domains together are far enough from usual, on"
                    + " enough days.",
            FATIGUE_KEY,
            FATIGUE_UNTOLD,
            FATIGUE_AGREE_ON,
            FATIGUE_AGREE_OF,
            FATIGUE_LOGGED_ON,
            FATIGUE_LOGGED_OF),
    FATIGUE_RED(
            "fatigue.red",
            1,
            "AMBER's ground held for days on end while both feeling and performance were worse.",
            FATIGUE_RED_AFTER),
    FATIGUE_CLEAR(
            "fatigue.clear",
            1,
            "The evidence was quiet on enough days and the feeling is back; after RED a session was on target too.",
            FATIGUE_QUIET_ON,
            FATIGUE_QUIET_OF,
            FATIGUE_FEELING_IS_BACK,
            FATIGUE_RED_LASTS,
            FATIGUE_ON_TARGET,
            BASELINE_FROZEN_DAYS),

    ILLNESS_SYMPTOMS("illness.symptoms", 1, "A symptom of illness was told today."),
    ILLNESS_RESTING_JUMP(
            "illness.resting-jump",
            1,
            "Resting heart rate jumped again within days.",
            ILLNESS_JUMP_BEATS,
            ILLNESS_JUMP_SPREADS,
            ILLNESS_JUMP_WITHIN),
    ILLNESS_CLEAR(
            "illness.clear",
            1,
            "Check-ins without symptoms, or silence for long enough.",
            ILLNESS_QUIET_CHECK_INS,
            ILLNESS_QUIET_DAYS,
            ILLNESS_SILENT_DAYS),
    SAFETY_STOP("safety.stop", 1, "A warning sign was told today with which nobody may train."),
    SAFETY_CLEAR(
            "safety.clear",
            1,
            "Check-ins without warning signs for long enough.",
            SAFETY_QUIET_CHECK_INS,
            SAFETY_QUIET_DAYS),

    SESSION_SPIKE(
            "context.session-spike", 1, "A run was much longer than any of the 30 days before.", CONTEXT_SESSION_SPIKE),
    STRAINING_WEEK(
            "context.straining-week",
            1,
            "A week was both monotonous and more of a strain than nearly all before.",
            CONTEXT_MONOTONY,
            CONTEXT_STRAIN),
    STEEP_RAMP("context.ramp", 1, "Fitness load rose steeply within a week.", CONTEXT_RAMP),
    SHORT_SLEEP("context.short-sleep", 1, "Seven nights were short.", CONTEXT_SLEEP, CONTEXT_SLEEP_DEBT),
    RESTING_JUMP(
            "context.resting-jump", 1, "Resting heart rate jumped today.", ILLNESS_JUMP_BEATS, ILLNESS_JUMP_SPREADS),
    RESTING_SURGE(
            "context.resting-surge",
            1,
            "Resting heart rate is so far above usual that an illness is likelier than training; its chart waits.",
            ILLNESS_SURGE_SPREADS,
            ILLNESS_SURGE_DAYS),
    PAIN("context.pain", 1, "Pain or a limp was told."),
    ALCOHOL("context.alcohol", 1, "Alcohol the evening before; explains, and raises nothing."),
    HOT_RUN("context.hot-run", 1, "A hot run; explains, and raises nothing.", CONTEXT_HOT),
    FADED_REPEATS("context.fade", 1, "Repeats faded; explains, and raises nothing.", CONTEXT_FADE),
    MONOTONOUS_WEEK("context.monotonous-week", 1, "A monotonous week; explains, and raises nothing.", CONTEXT_MONOTONY),
    LOADED_WEEK("context.more-load", 1, "A week of more load; explains, and raises nothing.", CONTEXT_MORE_LOAD),
    PLANNED_PHASE(
            "context.planned",
            1,
            "A hard block, taper or time away was planned; in a block feeling tired alone does not count.",
            CONTEXT_TIRED_AFTER);

    private final String id;
    private final int version;
    private final String sees;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Threshold> thresholds;

    Rule(String id, int version, String sees, Threshold... thresholds) {
        this.id = id;
        this.version = version;
        this.sees = sees;
        this.thresholds = List.of(thresholds);
    }

    /** By which a kind of evidence is judged. */
    public static Rule judging(Domain.Name domain) {
        return switch (domain) {
            case SUBJECTIVE -> CHART_SUBJECTIVE;
            case RESTING_HEART_RATE -> CHART_RESTING_HEART_RATE;
            case HRV -> CHART_HRV;
            case EXERCISE_HEART_RATE -> CHART_EXERCISE_HEART_RATE;
            case PERFORMANCE -> CHART_PERFORMANCE;
            case DISSOCIATION -> CHART_DISSOCIATION;
        };
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** Id and version as results carry them, such as {@code chart.hrv/1}. */
    public String signature() {
        return id + "/" + version;
    }

    /** What it sees, in one sentence. */
    public String sees() {
        return sees;
    }

    /** By which it alone decides; every chart rests on those of baseline, weekdays and chart as well. */
    public List<Threshold> thresholds() {
        return thresholds;
    }
}
