package freshlegs.streams.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import freshlegs.model.Rounding;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Reading;
import freshlegs.streams.trend.Recovery;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What was measured and told of one morning. Each measurement carries its source, since only like is compared with like; a
 * pulse taken by hand counts only when the watch measured none.
 */
public record Evidence(
        Optional<Measured> restingHeartRate,
        Optional<Measured> hrv,
        OptionalDouble sleepHours,
        Map<Item, Integer> items,
        boolean alcohol)
        implements Recovery {

    /** A number and who took it. */
    public record Measured(double value, String source) {}

    static final int LEAST_ITEMS = 3;
    private static final String BY_HAND = "by hand";
    private static final double LOWEST_BPM = 25;
    private static final double HIGHEST_BPM = 120;
    private static final double LOWEST_RMSSD = 3;
    private static final double HIGHEST_RMSSD = 300;

    public Evidence {
        Map<Item, Integer> ordered = new EnumMap<>(Item.class);
        ordered.putAll(items);
        items = Collections.unmodifiableMap(ordered);
    }

    /** What the day's readings and check-ins say; impossible numbers are as good as none. */
    public static Evidence of(List<Reading> readings, List<CheckIn> checkIns) {
        Optional<CheckIn.Morning> morning = morning(checkIns);
        Optional<Measured> pulse = morning.flatMap(m -> byHand(m.pulseBpm()));
        return new Evidence(
                restingHeartRate(readings).or(() -> pulse),
                hrv(readings),
                sleepHours(readings, morning),
                morning.map(Evidence::items).orElse(Map.of()),
                morning.flatMap(CheckIn.Morning::alcohol).orElse(false));
    }

    /** Whether the athlete told enough of the morning to count as having checked in. */
    @JsonIgnore
    public boolean isLogged() {
        return items.size() >= LEAST_ITEMS;
    }

    /** Whether the resting heart rate was told in the check-in, no watch having measured one. */
    @JsonIgnore
    public boolean isPulseByHand() {
        return restingHeartRateSource().equals(BY_HAND);
    }

    @Override
    public OptionalDouble restingHeartRateBpm() {
        return value(restingHeartRate);
    }

    @Override
    public String restingHeartRateSource() {
        return source(restingHeartRate);
    }

    @Override
    public OptionalDouble hrvRmssdMilliseconds() {
        return value(hrv);
    }

    @Override
    public String hrvSource() {
        return source(hrv);
    }

    @Override
    public OptionalDouble subjective() {
        if (!isLogged()) {
            return OptionalDouble.empty();
        }
        int sum = 0;
        for (int answer : items.values()) {
            sum += answer;
        }
        return OptionalDouble.of(Rounding.to(2, (double) sum / items.size()));
    }

    private static String source(Optional<Measured> measured) {
        return measured.isPresent() ? measured.get().source() : "";
    }

    private static OptionalDouble value(Optional<Measured> measured) {
        return measured.isPresent() ? OptionalDouble.of(measured.get().value()) : OptionalDouble.empty();
    }

    private static Optional<CheckIn.Morning> morning(List<CheckIn> checkIns) {
        for (CheckIn checkIn : checkIns) {
            if (checkIn instanceof CheckIn.Morning morning) {
                return Optional.of(morning);
            }
        }
        return Optional.empty();
    }

    private static Optional<Measured> restingHeartRate(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading instanceof Reading.RestingHeartRate resting
                    && resting.bpm() >= LOWEST_BPM
                    && resting.bpm() <= HIGHEST_BPM) {
                return Optional.of(new Measured(Rounding.to(1, resting.bpm()), resting.device()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Measured> hrv(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading instanceof Reading.Hrv night
                    && night.rmssdMilliseconds() >= LOWEST_RMSSD
                    && night.rmssdMilliseconds() <= HIGHEST_RMSSD) {
                return Optional.of(new Measured(Rounding.to(1, night.rmssdMilliseconds()), night.device()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Measured> byHand(OptionalDouble bpm) {
        return bpm.isPresent() && bpm.getAsDouble() <= HIGHEST_BPM
                ? Optional.of(new Measured(Rounding.to(1, bpm.getAsDouble()), BY_HAND))
                : Optional.empty();
    }

    private static OptionalDouble sleepHours(List<Reading> readings, Optional<CheckIn.Morning> morning) {
        for (Reading reading : readings) {
            if (reading instanceof Reading.Sleep night && night.asleepHours() > 0 && night.asleepHours() <= 24) {
                return OptionalDouble.of(Rounding.to(2, night.asleepHours()));
            }
        }
        return Rounding.to(2, morning.map(CheckIn.Morning::sleepHours).orElse(OptionalDouble.empty()));
    }

    private static Map<Item, Integer> items(CheckIn.Morning morning) {
        Map<Item, Integer> items = new EnumMap<>(Item.class);
        put(items, Item.FATIGUE, morning.fatigue());
        put(items, Item.MOOD, morning.mood());
        put(items, Item.SORENESS, morning.soreness());
        put(items, Item.STRESS, morning.stress());
        put(items, Item.SLEEP_QUALITY, morning.sleepQuality());
        return items;
    }

    private static void put(Map<Item, Integer> items, Item item, OptionalInt answer) {
        if (answer.isPresent()) {
            items.put(item, answer.getAsInt());
        }
    }
}
