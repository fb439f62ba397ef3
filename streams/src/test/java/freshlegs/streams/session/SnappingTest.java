package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Repeat;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SnappingTest {

    @Test
    void repeats_that_agree_become_the_standard_distance() {
        assertThat(snapped(391, 404, 412, 430)).containsExactly(400.0, 400.0, 400.0, 430.0);
    }

    @Test
    void repeats_that_do_not_agree_stay_as_measured() {
        assertThat(snapped(391, 404, 430, 440)).containsExactly(391.0, 404.0, 430.0, 440.0);
        assertThat(snapped(350, 352, 349)).containsExactly(350.0, 352.0, 349.0);
    }

    private static List<Double> snapped(double... metres) {
        List<Repeat> repeats = Arrays.stream(metres)
                .mapToObj(distance -> new Repeat(0, 90, distance, 60, OptionalDouble.empty()))
                .toList();
        return Snapping.toStandardDistances(repeats).stream()
                .map(Repeat::distanceMetres)
                .toList();
    }
}
