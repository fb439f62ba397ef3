package freshlegs.streams.signal;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;

/**
 * From where on an athlete's own charts vote, worse ({@code days}, {@code runs}) and better than usual ({@code daysLow}, {@code runsLow}),
 * and how far they stray by themselves. The published limits are those of an athlete with the usual {@link Persistence}; others' lie
 * farther out or in as their charts stray more or less: limit = published limit * s(phi) / s(usual phi).
 */
public record Limits(
        double days, double runs, double daysLow, double runsLow, double daysStray, double runsStray, double sessions) {
    /** The spread of heart rate at pace is drawn towards 4 bpm, which is more than most athletes' own. */
    private static final double NARROWER_RUNS = 0.88;

    /** Of the mean of two key sessions, sqrt(1/2), and a little more since their usual is a mean of few. */
    private static final double SESSIONS_STRAY = 0.75;

    /** Of an athlete of whom nothing special is known. */
    public static Limits usual(Rules rules) {
        return of(Persistence.usual(rules), rules);
    }

    static Limits of(Persistence own, Rules rules) {
        Persistence usual = Persistence.usual(rules);
        double ofDays = own.deviationOfDays(rules) / usual.deviationOfDays(rules);
        double ofRuns = own.deviationOfRuns(rules) / usual.deviationOfRuns(rules);
        return new Limits(
                to(3, rules.of(Threshold.CHART_DAILY_FLAG) * ofDays),
                to(3, rules.of(Threshold.CHART_RUN_FLAG) * ofRuns),
                to(3, rules.of(Threshold.CHART_DAILY_LOW) * ofDays),
                to(3, rules.of(Threshold.CHART_RUN_LOW) * ofRuns),
                to(3, own.deviationOfDays(rules)),
                to(3, own.deviationOfRuns(rules) * NARROWER_RUNS),
                rules.of(Threshold.PERFORMANCE_FLAG));
    }

    /** From where on the domain's chart votes. */
    public double of(Name name) {
        return switch (name) {
            case SUBJECTIVE, RESTING_HEART_RATE, HRV -> days;
            case EXERCISE_HEART_RATE -> runs;
            case PERFORMANCE -> sessions;
            case DISSOCIATION -> -daysLow;
        };
    }

    /** The standard deviation of the domain's chart in a sound athlete. */
    public double stray(Name name) {
        return switch (name) {
            case SUBJECTIVE, RESTING_HEART_RATE, HRV, DISSOCIATION -> daysStray;
            case EXERCISE_HEART_RATE -> runsStray;
            case PERFORMANCE -> SESSIONS_STRAY;
        };
    }
}
