package freshlegs.coach.run;

import java.util.List;

/** How a run went over the ground, in metres from its own middle, north up; where on earth that was is not known here. */
public record Outline(List<Point> points, double metres) {
    public static final Outline NONE = new Outline(List.of(), 0);

    /** {@code begins} says that nothing is known of the way to it. */
    public record Point(int second, int east, int north, boolean begins) {}

    public Outline {
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return points.size() < 2;
    }
}
