package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;

/** Something a watch measured of a day or night outside activities. The latest observation of a day is believed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reading")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reading.RestingHeartRate.class, name = "resting-heart-rate"),
    @JsonSubTypes.Type(value = Reading.Hrv.class, name = "hrv"),
    @JsonSubTypes.Type(value = Reading.Sleep.class, name = "sleep")
})
public sealed interface Reading extends Fact {
    Instant observedAt();

    String device();

    @Override
    default String factId() {
        return localDate().toString();
    }

    @Override
    default long rank() {
        return observedAt().getEpochSecond();
    }

    /** The day's resting heart rate (never the watch's own seven-day mean). */
    record RestingHeartRate(
            AthleteId athlete,
            LocalDate localDate,
            String revision,
            Instant ingestedAt,
            Instant observedAt,
            String device,
            double bpm)
            implements Reading {
        @Override
        public FactKind kind() {
            return FactKind.RESTING_HEART_RATE;
        }
    }

    /** Last night's RMSSD, of the night that ended on {@code localDate}. */
    record Hrv(
            AthleteId athlete,
            LocalDate localDate,
            String revision,
            Instant ingestedAt,
            Instant observedAt,
            String device,
            double rmssdMilliseconds)
            implements Reading {
        @Override
        public FactKind kind() {
            return FactKind.HRV;
        }
    }

    /** Time asleep (light, deep and REM) in the night that ended on {@code localDate}. */
    record Sleep(
            AthleteId athlete,
            LocalDate localDate,
            String revision,
            Instant ingestedAt,
            Instant observedAt,
            String device,
            double asleepHours)
            implements Reading {
        @Override
        public FactKind kind() {
            return FactKind.SLEEP;
        }
    }
}
