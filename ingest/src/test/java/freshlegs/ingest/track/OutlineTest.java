package freshlegs.ingest.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import freshlegs.ingest.track.Outline.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    @Test
    void a_kilometre_to_the_north_and_one_to_the_east_are_a_corner_around_its_middle() {
        Places places = new Places();
        double latitude = 60;
        for (int i = 0; i <= 100; i++) {
            places.add(i, latitude + i * 10 / METRES_PER_DEGREE, 25);
        }
        double top = latitude + 1000 / METRES_PER_DEGREE;
        for (int i = 1; i <= 100; i++) {
            places.add(100 + i, top, 25 + i * 10 / (METRES_PER_DEGREE * Math.cos(Math.toRadians(top))));
        }

        Outline outline = Outline.of(places, 0, 1000);

        assertThat(outline.points())
                .containsExactly(
                        new Point(0, -500, -500, true),
                        new Point(100, -500, 500, false),
                        new Point(200, 500, 500, false));
        assertThat(outline.metres()).isCloseTo(2000, within(2.0));
    }

    @Test
    void it_is_the_same_wherever_on_earth_the_way_was() {
        List<Outline> outlines = new ArrayList<>();
        for (double[] where : new double[][] {{0.3, 10}, {0.3, -170}, {0.3, 179.9999}}) {
            Random random = new Random(20261126);
            Places places = new Places();
            double north = where[0];
            double east = where[1];
            for (int i = 0; i < 2000; i++) {
                places.add(i, north, Math.IEEEremainder(east, 360));
                north += (random.nextDouble() - 0.4) * 6 / METRES_PER_DEGREE;
                east += (random.nextDouble() - 0.5) * 6 / METRES_PER_DEGREE;
            }
            outlines.add(Outline.of(places, 0, 2000));
        }

        assertThat(outlines)
                .allMatch(outline -> outline.points().equals(outlines.get(0).points()));
        assertThat(outlines.get(0).points().size()).isBetween(50, 1999);
    }

    @Test
    void what_is_left_out_lies_no_farther_from_the_line_than_the_tolerance() {
        Random random = new Random(7);
        List<Spot> spots = new ArrayList<>();
        double east = 0;
        double north = 0;
        for (int i = 0; i < 3000; i++) {
            spots.add(new Spot(i, east, north, i == 0 || i == 1700));
            double way = random.nextDouble() * 2 * Math.PI;
            east += 3 * Math.cos(way);
            north += 3 * Math.sin(way);
        }

        List<Spot> fewer = Simplified.of(spots, 5);

        assertThat(fewer)
                .hasSizeLessThan(2000)
                .contains(spots.get(0), spots.get(1699), spots.get(1700), spots.get(2999));
        int next = 1;
        for (Spot spot : spots) {
            while (next < fewer.size() - 1 && fewer.get(next).second() < spot.second()) {
                next++;
            }
            assertThat(spot.metresFrom(fewer.get(next - 1), fewer.get(next)))
                    .as("spot %s", spot.second())
                    .satisfiesAnyOf(metres -> assertThat(metres).isLessThanOrEqualTo(5), metres -> assertThat(
                                    spot.begins() || spot.second() == 1699)
                            .isTrue());
        }
    }

    @Test
    void single_leaps_and_impossible_positions_are_passed_over_and_a_long_gap_cuts() {
        Places places = new Places();
        for (int i = 0; i < 300; i++) {
            places.add(i, 45 + i * 3 / METRES_PER_DEGREE, 7);
        }
        places.add(300, 0, 0);
        places.add(301, 46, 7);
        places.add(302, Double.NaN, 7);
        places.add(303, 91, 7);
        for (int i = 400; i < 700; i++) {
            places.add(i, 45 + (i + 300) * 3 / METRES_PER_DEGREE, 7);
        }

        Outline outline = Outline.of(places, 0, 1000);

        assertThat(outline.points()).hasSize(4);
        assertThat(outline.points().get(2).begins()).isTrue();
        assertThat(outline.metres()).isCloseTo(2 * 299 * 3, within(4.0));
    }

    @Test
    void fewer_than_two_places_are_no_outline_and_very_many_are_thinned() {
        Places places = new Places();
        places.add(5, 45, 7);
        assertThat(Outline.of(places, 0, 10)).isEqualTo(Outline.NONE);

        Places many = new Places();
        Random random = new Random(3);
        for (int i = 0; i < 3 * Places.MOST; i++) {
            many.add(i, 45 + random.nextDouble() * 0.01, 7 + random.nextDouble() * 0.01);
        }
        assertThat(Outline.of(many, 0, 3 * Places.MOST).points()).hasSizeLessThanOrEqualTo(Outline.MOST_POINTS);
        assertThat(many).hasToString("Places[37500]");
    }
}
