package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.streams.ARecording;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCurvesTest {
    private static final Recording INTERVALS =
            ARecording.intervals(6, 180, 4.5, 120, 2.5).run(900, 2.9, 138).build();

    @Test
    void the_highest_rolling_means_are_the_peaks_of_the_session() {
        Session session = SessionAnalysis.of(INTERVALS);
        RunCurves curves = RunCurves.of(INTERVALS);

        assertThat(highest(curves.rollingHeartRate(30)))
                .isCloseTo(session.heartRate().peak30sBpm().orElseThrow(), within(0.05));
        assertThat(highest(curves.rollingHeartRate(300)))
                .isCloseTo(session.heartRate().peak5minBpm().orElseThrow(), within(0.05));
        assertThat(highest(curves.rollingGradeAdjustedSpeed(30)))
                .isCloseTo(session.pace().peak30sMetresPerSecond().orElseThrow(), within(0.0005));
        assertThat(highest(curves.rollingGradeAdjustedSpeed(1200)))
                .isCloseTo(session.pace().peak20minMetresPerSecond().orElseThrow(), within(0.0005));
    }

    @Test
    void all_curves_are_equally_long_and_the_last_metre_is_the_distance() {
        RunCurves curves = RunCurves.of(INTERVALS);

        assertThat(curves.size()).isGreaterThan(1500);
        assertThat(List.of(
                        curves.seconds(),
                        curves.metres(),
                        curves.heartRate(),
                        curves.speed(),
                        curves.gradeAdjustedSpeed(),
                        curves.altitudeMetres(),
                        curves.rollingHeartRate(300)))
                .allSatisfy(curve -> assertThat(curve).hasSize(curves.size()));
        assertThat(curves.metres()[curves.size() - 1])
                .isCloseTo(SessionAnalysis.of(INTERVALS).distanceMetres(), within(10.0));
    }

    private static double highest(double[] means) {
        return Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).max().orElseThrow();
    }
}
