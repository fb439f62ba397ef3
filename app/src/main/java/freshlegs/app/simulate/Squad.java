package freshlegs.app.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The athletes of a simulation and the two tables that go with their files. */
record Squad(List<Runner> runners) {
    private static final String HEADER = "athlete,zone,sex,birth_year,resting_hr,max_hr,threshold_hr,threshold_pace";

    static Squad of(Simulation settings) {
        return new Squad(IntStream.range(0, settings.athletes())
                .mapToObj(index -> Runner.draw(settings.seed(), index))
                .toList());
    }

    List<Label> labels(LocalDate lastDay) {
        return runners.stream().map(runner -> Label.of(runner, lastDay)).toList();
    }

    /** {@code threshold_pace} in seconds per kilometre; heart rates are unknown where no sensor is worn. */
    List<String> athletesCsv(LocalDate lastDay) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (Runner runner : runners) {
            boolean sensors = runner.story().hasSensors();
            rows.add(String.join(
                    ",",
                    runner.id().value(),
                    "UTC",
                    runner.sex().name().toLowerCase(Locale.ROOT),
                    Integer.toString(lastDay.getYear() - runner.age()),
                    sensors ? whole(runner.restingBpm()) : "",
                    sensors ? whole(runner.maximalBpm()) : "",
                    sensors ? whole(runner.thresholdBpm()) : "",
                    whole(1000 / runner.thresholdSpeed())));
        }
        return List.copyOf(rows);
    }

    static List<String> labelsCsv(List<Label> labels) {
        List<String> rows = new ArrayList<>(List.of(Label.HEADER));
        labels.forEach(label -> rows.add(label.toCsv()));
        return List.copyOf(rows);
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }
}
