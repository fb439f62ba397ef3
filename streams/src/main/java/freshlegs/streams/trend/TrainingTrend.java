package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Kind;
import freshlegs.model.result.TrendDay.Training;
import freshlegs.streams.load.EffortLoad;
import freshlegs.streams.load.LoadDay;
import freshlegs.streams.load.Rank;
import freshlegs.streams.load.SessionLoad;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The day's load after the days before it: exponential means, the week's load, its monotony and strain. */
final class TrainingTrend {
    private static final int WEEK = 7;
    private static final double RAMP_NOTED = 5;
    private static final double MONOTONY_NOTED = 1.5;
    private static final int STRAIN_DAYS = 84;
    private static final int LEAST_STRAINS = 28;

    private final PastDays past;
    private final LoadDay load;
    private final Kind kind;
    private final Set<Flag> flags;
    private final Rules rules;

    private TrainingTrend(PastDays past, Today today, Set<Flag> flags, Rules rules) {
        this.past = past;
        this.load = today.load();
        this.kind = today.kind();
        this.flags = flags;
        this.rules = rules;
    }

    static Training of(PastDays past, Today today, Set<Flag> flags, Rules rules) {
        return new TrainingTrend(past, today, flags, rules).draw();
    }

    private Training draw() {
        noteBasis();
        double fitnessBefore = past.has(1) ? past.trend(1).training().fitness() : 0;
        double fatigueBefore = past.has(1) ? past.trend(1).training().fatigue() : 0;
        double dayLoad = to(1, load.load());
        double fitness = to(4, ExponentialMean.next(fitnessBefore, dayLoad, ExponentialMean.FITNESS_DAYS));
        double fatigue = to(4, ExponentialMean.next(fatigueBefore, dayLoad, ExponentialMean.FATIGUE_DAYS));
        int fitnessDays = Math.min(Training.SETTLED_DAYS, past.count() + 1);
        double[] loads = loads(dayLoad);
        int missing7d = past.missing(WEEK, kind);
        int missing28d = past.missing(AcuteToChronic.CHRONIC, kind);
        double effortLoad = to(1, effortLoad());
        Optional<Monotony> monotony = monotony(missing7d, effortLoad);
        Series loads7d = new Series(OptionalDouble.of(week(loads)));
        Series monotonies = new Series(rounded(2, monotony.map(Monotony::value)));
        Series strains = new Series(rounded(0, monotony.map(Monotony::strain)));
        for (int back = past.within(Series.FIRST_DAY_BACK); back > 0; back--) {
            Training day = past.trend(back).training();
            loads7d.put(back, day.missingDays7d() == 0 ? day.load7d().value() : OptionalDouble.empty());
            monotonies.put(back, day.monotony().value());
            strains.put(back, day.strain().value());
        }
        OptionalDouble high = highStrain();
        noteStrain(strains.today(), high);
        return new Training(
                dayLoad,
                basis(),
                Quantity.LOAD_7D.rolling(loads7d),
                missing7d,
                missing28d,
                fitness,
                fatigue,
                to(2, fitnessBefore - fatigueBefore),
                ramp(fitness, fitnessDays, missing7d),
                fitnessDays,
                effortLoad,
                Quantity.MONOTONY.rolling(monotonies),
                Quantity.STRAIN.rolling(strains),
                high,
                AcuteToChronic.of(missing28d == 0 ? loads : new double[0]));
    }

    /** Of all days at hand, oldest first, today last; a missing day's is 0. */
    private double[] loads(double dayLoad) {
        double[] loads = new double[past.count() + 1];
        for (int i = 0; i < past.count(); i++) {
            loads[i] = past.days().get(i).training().load();
        }
        loads[past.count()] = dayLoad;
        return loads;
    }

    private static double week(double[] loads) {
        double sum = 0;
        for (int i = Math.max(0, loads.length - WEEK); i < loads.length; i++) {
            sum += loads[i];
        }
        return sum;
    }

    private Optional<String> basis() {
        @Nullable SessionLoad hardest = null;
        for (SessionLoad session : load.sessions()) {
            if (hardest == null || session.load() > hardest.load()) {
                hardest = session;
            }
        }
        return hardest == null ? Optional.empty() : Optional.of(hardest.basis().key());
    }

    private void noteBasis() {
        for (SessionLoad session : load.sessions()) {
            switch (session.basis()) {
                case HEART_RATE_DEGRADED -> flags.add(Flag.HEART_RATE_DEGRADED);
                case IMPUTED -> flags.add(Flag.LOAD_IMPUTED);
                case HEART_RATE, PACE, EFFORT -> {}
            }
        }
    }

    /** Effort times minutes; a session of which no effort is known counts with what its load would usually come with. */
    private double effortLoad() {
        double sum = 0;
        for (SessionLoad session : load.sessions()) {
            OptionalDouble told = session.effortLoad();
            if (told.isEmpty()) {
                flags.add(Flag.EFFORT_IMPUTED);
            }
            sum += told.orElse(EffortLoad.fromLoad(session.load()));
        }
        return sum;
    }

    /** How far fitness rose in seven days; noted once it is settled and the week was heard of. */
    private double ramp(double fitness, int fitnessDays, int missing7d) {
        double before = past.has(WEEK) ? past.trend(WEEK).training().fitness() : 0;
        double ramp = to(2, fitness - before);
        double high = rules.of(Threshold.CONTEXT_RAMP);
        if (fitnessDays >= Training.SETTLED_DAYS && missing7d == 0 && ramp > Math.min(RAMP_NOTED, high)) {
            flags.add(ramp > high ? Flag.RAMP_HIGH : Flag.RAMP_NOTE);
        }
        return ramp;
    }

    /** Of a week that is heard of throughout and of which most efforts were told. */
    private Optional<Monotony> monotony(int missing7d, double effortLoad) {
        if (missing7d > 0 || !mostlyTold()) {
            return Optional.empty();
        }
        double[] week = new double[Monotony.DAYS];
        for (int back = 1; back < Monotony.DAYS; back++) {
            week[Monotony.DAYS - 1 - back] = past.trend(back).training().effortLoad();
        }
        week[Monotony.DAYS - 1] = effortLoad;
        Monotony monotony = Monotony.of(week);
        double value = to(2, monotony.value());
        double high = rules.of(Threshold.CONTEXT_MONOTONY);
        if (value >= Math.min(MONOTONY_NOTED, high)) {
            flags.add(value >= high ? Flag.MONOTONY_HIGH : Flag.MONOTONY_NOTE);
        }
        return Optional.of(monotony);
    }

    private boolean mostlyTold() {
        int trained = kind == Kind.TRAINED ? 1 : 0;
        int imputed = flags.contains(Flag.EFFORT_IMPUTED) ? 1 : 0;
        for (int back = 1; back < WEEK; back++) {
            TrendDay day = past.trend(back);
            trained += day.kind() == Kind.TRAINED ? 1 : 0;
            imputed += day.flags().contains(Flag.EFFORT_IMPUTED.key()) ? 1 : 0;
        }
        return trained > 0 && 2 * imputed <= trained;
    }

    private void noteStrain(OptionalDouble strain, OptionalDouble high) {
        if (strain.isPresent() && high.isPresent() && strain.getAsDouble() > high.getAsDouble()) {
            flags.add(Flag.STRAIN_HIGH);
        }
    }

    /** A high percentile (the 95th as published) of the athlete's own last twelve weeks, once 28 of their days have a strain. */
    private OptionalDouble highStrain() {
        int days = Math.min(STRAIN_DAYS, past.count());
        double[] own = new double[days];
        int known = 0;
        for (int back = 1; back <= days; back++) {
            OptionalDouble strain = past.trend(back).training().strain().value();
            if (strain.isPresent()) {
                own[known++] = strain.getAsDouble();
            }
        }
        if (known < LEAST_STRAINS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Rank.of((int) Math.floor(rules.of(Threshold.CONTEXT_STRAIN) * (known - 1)), own, known));
    }

    private static OptionalDouble rounded(int decimals, Optional<Double> number) {
        return number.isPresent() ? OptionalDouble.of(to(decimals, number.get())) : OptionalDouble.empty();
    }
}
