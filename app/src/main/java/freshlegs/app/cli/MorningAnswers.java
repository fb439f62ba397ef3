package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.SaidCheckIn;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.CyclePhase;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What can be told of a morning. */
final class MorningAnswers {
    @Option(names = "--fatigue", paramLabel = "1-7", description = "Fatigue, 7 worst.")
    private Optional<Integer> fatigue = Optional.empty();

    @Option(names = "--mood", paramLabel = "1-7", description = "Mood or irritability, 7 worst.")
    private Optional<Integer> mood = Optional.empty();

    @Option(names = "--soreness", paramLabel = "1-7", description = "Soreness of the muscles, 7 worst.")
    private Optional<Integer> soreness = Optional.empty();

    @Option(names = "--stress", paramLabel = "1-7", description = "Stress, 7 worst.")
    private Optional<Integer> stress = Optional.empty();

    @Option(names = "--sleep-quality", paramLabel = "1-7", description = "How bad the sleep was, 7 worst.")
    private Optional<Integer> sleepQuality = Optional.empty();

    @Option(names = "--sleep-hours", paramLabel = "HOURS", description = "Time asleep, such as 7.5.")
    private Optional<Double> sleepHours = Optional.empty();

    @Option(names = "--pulse", paramLabel = "BPM", description = "Pulse taken by hand on waking.")
    private Optional<Double> pulse = Optional.empty();

    @Option(
            names = "--alcohol",
            negatable = true,
            description = "Alcohol the evening before, or with --no-alcohol none.")
    private Optional<Boolean> alcohol = Optional.empty();

    @Option(names = "--cycle-phase", paramLabel = "PHASE", description = "menstrual, follicular, ovulatory or luteal.")
    private Optional<String> cyclePhase = Optional.empty();

    boolean isGiven() {
        return Stream.of(fatigue, mood, soreness, stress, sleepQuality, sleepHours, pulse, alcohol, cyclePhase)
                .anyMatch(Optional::isPresent);
    }

    CheckIn told(CheckInFrame frame, SafetyAnswers safety) {
        CheckIn.Morning said = new CheckIn.Morning(
                frame.athlete(),
                frame.day(),
                "",
                Instant.EPOCH,
                frame.now(),
                Facts.number(fatigue),
                Facts.number(mood),
                Facts.number(soreness),
                Facts.number(stress),
                Facts.number(sleepQuality),
                decimal(sleepHours),
                decimal(pulse),
                alcohol,
                cyclePhase.map(MorningAnswers::phase),
                safety.pain(),
                safety.symptoms());
        return SaidCheckIn.fact(said, frame.now());
    }

    private static OptionalDouble decimal(Optional<Double> given) {
        return given.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static CyclePhase phase(String text) {
        try {
            return CyclePhase.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(
                    "--cycle-phase must be menstrual, follicular, ovulatory or luteal, not \"" + text + "\".");
        }
    }
}
