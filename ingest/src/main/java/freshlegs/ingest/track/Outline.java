package freshlegs.ingest.track;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a run as a drawing in whole metres, north up, around its own middle: it says how the way went and not where. Positions
 * become metres by the equirectangular projection around the middle of the way, east = r cos φ0 (λ − λ0), north = r (φ − φ0), on a
 * sphere of 6,371,008.8 m (the earth's mean radius, IUGG 1980); within 20 km of the middle it is off by less than 1 %. What does not
 * matter for the drawing is left out by {@link Simplified}.
 */
public record Outline(List<Point> points) {
    private static final double RADIUS_METRES = 6_371_008.8;
    private static final double TOLERANCE_METRES = 2.5;
    /** Faster than this nobody gets from one position to the next, and one of them is wrong. */
    private static final double FASTEST_METRES_PER_SECOND = 40;

    private static final int MOST_WRONG_ON_END = 10;
    private static final long LONGEST_GAP_SECONDS = 30;
    private static final double LONGEST_GAP_METRES = 150;
    static final int MOST_POINTS = 2_000;

    public static final Outline NONE = new Outline(List.of());

    /** {@code begins} says that nothing is known of the way to it. */
    public record Point(int second, int east, int north, boolean begins) {}

    public Outline {
        points = List.copyOf(points);
    }

    /** Of the places from one time to another, both in seconds since 1970; none from fewer than two of them. */
    public static Outline of(Places places, long from, long to) {
        int[] rows = places.between(from, to);
        if (rows.length < 2) {
            return NONE;
        }
        List<Spot> spots = believable(spots(places, rows, from));
        List<Spot> kept = Simplified.of(spots, TOLERANCE_METRES);
        for (double tolerance = 2 * TOLERANCE_METRES; kept.size() > MOST_POINTS; tolerance *= 2) {
            kept = Simplified.of(spots, tolerance);
        }
        return new Outline(centred(kept));
    }

    private static List<Spot> spots(Places places, int[] rows, long from) {
        double latitude = places.latitude(rows[rows.length / 2]);
        double longitude = places.longitude(rows[rows.length / 2]);
        double shrink = Math.cos(Math.toRadians(latitude));
        List<Spot> spots = new ArrayList<>();
        for (int row : rows) {
            double turn = Math.IEEEremainder(places.longitude(row) - longitude, 360);
            spots.add(new Spot(
                    (int) (places.time(row) - from),
                    RADIUS_METRES * Math.toRadians(turn) * shrink,
                    RADIUS_METRES * Math.toRadians(places.latitude(row) - latitude),
                    false));
        }
        return spots;
    }

    /** Without single leaps, and cut where too long nothing is known. */
    private static List<Spot> believable(List<Spot> spots) {
        List<Spot> kept = new ArrayList<>();
        int wrong = 0;
        for (Spot spot : spots) {
            if (kept.isEmpty()) {
                kept.add(spot.beginning());
                continue;
            }
            Spot last = kept.get(kept.size() - 1);
            int seconds = spot.second() - last.second();
            double metres = spot.metresTo(last);
            boolean leap = metres > Math.max(1, seconds) * FASTEST_METRES_PER_SECOND;
            if (leap && wrong < MOST_WRONG_ON_END) {
                wrong++;
                continue;
            }
            boolean gap = leap || (seconds > LONGEST_GAP_SECONDS && metres > LONGEST_GAP_METRES);
            kept.add(gap ? spot.beginning() : spot);
            wrong = 0;
        }
        return kept;
    }

    private static List<Point> centred(List<Spot> spots) {
        double east = middle(spots.stream().mapToDouble(Spot::east).toArray());
        double north = middle(spots.stream().mapToDouble(Spot::north).toArray());
        return spots.stream()
                .map(spot -> new Point(
                        spot.second(),
                        (int) Math.round(spot.east() - east),
                        (int) Math.round(spot.north() - north),
                        spot.begins()))
                .toList();
    }

    private static double middle(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return (least + most) / 2;
    }

    /** How long the drawn way is. */
    public double metres() {
        double metres = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            metres += b.begins() ? 0 : Math.hypot(a.east() - b.east(), a.north() - b.north());
        }
        return metres;
    }
}
