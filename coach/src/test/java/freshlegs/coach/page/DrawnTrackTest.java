package freshlegs.coach.page;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.run.Curve;
import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnTrackTest {
    private static final int SECONDS = 1000;

    @Test
    void the_faster_half_of_a_way_is_drawn_in_a_higher_class_and_the_legend_says_by_which_pace() {
        DrawnTrack track = track(second -> second < 500 ? 2.5 : 5);

        assertThat(track.pieces()).extracting(DrawnTrack.Piece::paceClass).containsExactly(1, 3);
        assertThat(track.pieces().get(0).path()).startsWith("M26.0 ");
        assertThat(track.legend()).extracting(DrawnTrack.PaceClass::key).contains("slower", "faster");
        assertThat(track.legend().get(0).from()).isEqualTo("6:40 /km");
        assertThat(track.arrows()).isNotEmpty().allMatch(arrow -> arrow.degrees()
                .matches("-?0\\.0"));
        assertThat(track.scale().text()).isEqualTo("1 km");
        assertThat(track.length()).isEqualTo("3.75 km");
    }

    @Test
    void a_way_of_which_no_speed_is_known_is_drawn_in_one_class_without_a_legend() {
        DrawnTrack track = track(second -> Double.NaN);

        assertThat(track.pieces()).extracting(DrawnTrack.Piece::paceClass).containsExactly(1);
        assertThat(track.legend()).isEmpty();
    }

    @Test
    void nothing_is_drawn_to_where_the_way_begins_anew() {
        Outline outline = new Outline(
                List.of(
                        new Outline.Point(0, -100, 0, true),
                        new Outline.Point(50, 0, 0, false),
                        new Outline.Point(500, 50, 80, true),
                        new Outline.Point(550, 100, 80, false)),
                150);
        DrawnTrack track = DrawnTrack.of(outline, rows(second -> 3), List.of(), new RunWords(Units.METRIC));

        assertThat(track.pieces()).hasSize(2).allMatch(piece -> piece.path().split("L", -1).length == 2);
    }

    /** A straight way to the east. */
    private static DrawnTrack track(IntToDoubleFunction speed) {
        List<Outline.Point> points = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> new Outline.Point(i * 10, (i - 50) * 37, 0, i == 0))
                .toList();
        return DrawnTrack.of(new Outline(points, 3750), rows(speed), List.of(), new RunWords(Units.METRIC));
    }

    private static RunRows rows(IntToDoubleFunction speed) {
        Curve none = Curve.of(SECONDS, row -> Double.NaN);
        return new RunRows(
                Curve.of(SECONDS, row -> row),
                Curve.of(SECONDS, row -> row * 3),
                none,
                Curve.of(SECONDS, speed),
                none,
                none,
                List.of(),
                11);
    }
}
