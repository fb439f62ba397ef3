package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What the athlete says; of two tellings about the same thing the one recorded later counts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "checkin")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckIn.Morning.class, name = "morning"),
    @JsonSubTypes.Type(value = CheckIn.AfterRun.class, name = "after-run")
})
public sealed interface CheckIn extends Fact {
    Instant recordedAt();

    Optional<Boolean> painOrLimp();

    Set<Symptom> symptoms();

    /** The same said, under a revision and with when it was taken in. */
    CheckIn as(String revision, Instant ingestedAt);

    @Override
    default long rank() {
        return recordedAt().toEpochMilli();
    }

    /**
     * How the morning feels: fatigue, mood (or irritability), soreness, stress and sleep quality from 1 (best) to 7 (worst),
     * all optional.
     */
    record Morning(
            AthleteId athlete,
            LocalDate localDate,
            String revision,
            Instant ingestedAt,
            Instant recordedAt,
            OptionalInt fatigue,
            OptionalInt mood,
            OptionalInt soreness,
            OptionalInt stress,
            OptionalInt sleepQuality,
            OptionalDouble sleepHours,
            OptionalDouble pulseBpm,
            Optional<Boolean> alcohol,
            Optional<CyclePhase> cyclePhase,
            Optional<Boolean> painOrLimp,
            Set<Symptom> symptoms)
            implements CheckIn {

        public Morning {
            Range.check("fatigue", fatigue, 1, 7);
            Range.check("mood", mood, 1, 7);
            Range.check("soreness", soreness, 1, 7);
            Range.check("stress", stress, 1, 7);
            Range.check("sleep quality", sleepQuality, 1, 7);
            Range.check("sleep hours", sleepHours, 0, 24);
            Range.check("pulse", pulseBpm, 25, 220);
            symptoms = Collections.unmodifiableSet(new TreeSet<>(symptoms));
        }

        @Override
        public Morning as(String named, Instant taken) {
            return new Morning(
                    athlete,
                    localDate,
                    named,
                    taken,
                    recordedAt,
                    fatigue,
                    mood,
                    soreness,
                    stress,
                    sleepQuality,
                    sleepHours,
                    pulseBpm,
                    alcohol,
                    cyclePhase,
                    painOrLimp,
                    symptoms);
        }

        @Override
        public String factId() {
            return localDate.toString();
        }

        @Override
        public FactKind kind() {
            return FactKind.MORNING_CHECKIN;
        }
    }

    /** How the day's {@code ordinal}-th run (from 1) went: effort 1 to 10 with 10 hardest, quality 1 to 10 with 10 best. */
    record AfterRun(
            AthleteId athlete,
            LocalDate localDate,
            int ordinal,
            String revision,
            Instant ingestedAt,
            Instant recordedAt,
            OptionalInt effort,
            OptionalInt quality,
            Optional<Boolean> painOrLimp,
            Set<Symptom> symptoms)
            implements CheckIn {

        public AfterRun {
            Range.check("ordinal", OptionalInt.of(ordinal), 1, 9);
            Range.check("effort", effort, 1, 10);
            Range.check("quality", quality, 1, 10);
            symptoms = Collections.unmodifiableSet(new TreeSet<>(symptoms));
        }

        @Override
        public AfterRun as(String named, Instant taken) {
            return new AfterRun(
                    athlete, localDate, ordinal, named, taken, recordedAt, effort, quality, painOrLimp, symptoms);
        }

        @Override
        public String factId() {
            return localDate + "." + ordinal;
        }

        @Override
        public FactKind kind() {
            return FactKind.RUN_CHECKIN;
        }
    }

    /** Phase of the menstrual cycle, when the athlete chooses to log it. */
    enum CyclePhase {
        MENSTRUAL,
        FOLLICULAR,
        OVULATORY,
        LUTEAL
    }

    /** The safety list of the IOC consensus on return to sport after illness (Schwellnus 2022). */
    enum Symptom {
        CHEST_PAIN(true),
        PALPITATIONS(true),
        BREATHLESSNESS(true),
        DIZZINESS(true),
        FEVER(false),
        CHILLS(false),
        BODY_ACHE(false),
        SEVERE_COUGH(false),
        SEVERE_HEADACHE(false),
        NOT_WELL_ENOUGH(false);

        private final boolean stopsTraining;

        Symptom(boolean stopsTraining) {
            this.stopsTraining = stopsTraining;
        }

        /** Whether training stops at once and medical care is advised; the others mean rest as in illness. */
        @JsonIgnore
        public boolean stopsTraining() {
            return stopsTraining;
        }
    }
}
