package freshlegs.coach.page;

import freshlegs.coach.run.Outline;
import freshlegs.coach.run.Outline.Point;
import freshlegs.coach.run.RunRows;
import freshlegs.model.fact.SessionDetail.LapMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The outline of a run as a drawing without any map, north up: its pieces by pace in five classes that hold equally much time each
 * (the faster, the thicker and the darker), arrows for the direction, laps by their numbers, and a scale.
 */
public record DrawnTrack(
        int width,
        int height,
        double pixelsPerMetre,
        List<Piece> pieces,
        List<Arrow> arrows,
        List<Sign> laps,
        Sign start,
        Sign finish,
        Scale scale,
        List<PaceClass> legend,
        String length) {
    private static final int SIDE = 560;
    private static final int LEAST_SIDE = 160;
    private static final int MARGIN = 26;
    private static final int CLASSES = 5;
    private static final int MOST_ARROWS = 14;
    private static final int MOST_LAPS = 30;
    private static final double ARROW_PIXELS = 90;
    private static final List<Integer> SCALES = List.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000);

    /** Some of the way in one class; {@code path} is an SVG path. */
    public record Piece(int paceClass, String path) {}

    /** A direction, in degrees clockwise from the right. */
    public record Arrow(String x, String y, String degrees) {}

    /** Something that stands at a point. */
    public record Sign(String x, String y, String text) {}

    /** A line of a round length. */
    public record Scale(String x, String y, String toX, String text) {}

    /** The paces of a class from its slowest to its fastest; the first class has no slowest one and the last no fastest. */
    public record PaceClass(int number, String slowest, String fastest) {
        /** Under {@code activity.track}: how it is said. */
        public String key() {
            return slowest.isEmpty() ? "slower" : fastest.isEmpty() ? "faster" : "between";
        }

        /** The one pace or both. */
        public String from() {
            return slowest.isEmpty() ? fastest : slowest;
        }
    }

    static DrawnTrack of(Outline outline, RunRows rows, List<LapMark> laps, RunWords words) {
        return new Drawing(outline, rows, words).with(laps);
    }

    /** One drawing on its way. */
    private static final class Drawing {
        private final RunWords words;
        private final List<Point> points;
        private final double metres;
        private final double[] speeds;
        private final double[] limits;
        private final double scale;
        private final int width;
        private final int height;
        private final int left;
        private final int top;

        Drawing(Outline outline, RunRows rows, RunWords words) {
            this.words = words;
            this.points = outline.points();
            this.metres = outline.metres();
            int wide = 2
                    * points.stream()
                            .mapToInt(point -> Math.abs(point.east()))
                            .max()
                            .orElse(1);
            int high = 2
                    * points.stream()
                            .mapToInt(point -> Math.abs(point.north()))
                            .max()
                            .orElse(1);
            this.scale = (double) (SIDE - 2 * MARGIN) / Math.max(1, Math.max(wide, high));
            this.width = (int) Math.max(LEAST_SIDE, Math.ceil(wide * scale + 2 * MARGIN));
            this.height = (int) Math.max(LEAST_SIDE, Math.ceil(high * scale + 2 * MARGIN));
            this.left = width / 2;
            this.top = height / 2;
            this.speeds = speeds(points, rows);
            this.limits = limits(points, speeds);
        }

        /** The speed on the way to each point as the run's rows have it; not a number where nothing is known. */
        private static double[] speeds(List<Point> points, RunRows rows) {
            double[] speeds = new double[points.size()];
            Arrays.fill(speeds, Double.NaN);
            for (int i = 1; i < speeds.length; i++) {
                int from = rows.seconds().lastAtMost(points.get(i - 1).second()) + 1;
                int to = rows.seconds().lastAtMost(points.get(i).second());
                double sum = 0;
                int known = 0;
                for (int row = from; row <= to; row++) {
                    if (rows.speed().has(row)) {
                        sum += rows.speed().at(row);
                        known++;
                    }
                }
                speeds[i] = known == 0 ? Double.NaN : sum / known;
            }
            return speeds;
        }

        /** The speeds between the classes. */
        private static double[] limits(List<Point> points, double[] speeds) {
            List<double[]> moving = new ArrayList<>();
            double total = 0;
            for (int i = 1; i < speeds.length; i++) {
                int seconds = points.get(i).second() - points.get(i - 1).second();
                if (!points.get(i).begins() && speeds[i] >= RunWords.SLOWEST_METRES_PER_SECOND) {
                    moving.add(new double[] {speeds[i], seconds});
                    total += seconds;
                }
            }
            moving.sort((a, b) -> Double.compare(a[0], b[0]));
            double[] limits = new double[CLASSES - 1];
            double sum = 0;
            int next = 0;
            for (double[] piece : moving) {
                sum += piece[1];
                while (next < limits.length && sum >= total * (next + 1) / CLASSES) {
                    limits[next++] = piece[0];
                }
            }
            return moving.isEmpty() ? new double[0] : limits;
        }

        private int classOf(double speed) {
            int paceClass = 1;
            for (double limit : limits) {
                paceClass += speed > limit ? 1 : 0;
            }
            return Double.isNaN(speed) ? 1 : paceClass;
        }

        DrawnTrack with(List<LapMark> laps) {
            Point first = points.get(0);
            Point last = points.get(points.size() - 1);
            return new DrawnTrack(
                    width,
                    height,
                    scale,
                    pieces(),
                    arrows(),
                    laps(laps),
                    new Sign(x(first), y(first), ""),
                    new Sign(x(last), y(last), ""),
                    scale(),
                    legend(),
                    words.distance(metres));
        }

        private List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            StringBuilder path = new StringBuilder();
            int open = 0;
            for (int i = 1; i < points.size(); i++) {
                int paceClass = points.get(i).begins() ? 0 : classOf(speeds[i]);
                if (paceClass != open) {
                    close(pieces, open, path);
                    if (paceClass > 0) {
                        path.append('M').append(place(points.get(i - 1)));
                    }
                    open = paceClass;
                }
                if (paceClass > 0) {
                    path.append('L').append(place(points.get(i)));
                }
            }
            close(pieces, open, path);
            return List.copyOf(pieces);
        }

        private static void close(List<Piece> pieces, int paceClass, StringBuilder path) {
            if (path.length() > 0) {
                pieces.add(new Piece(paceClass, path.toString()));
                path.setLength(0);
            }
        }

        private List<Arrow> arrows() {
            double apart = Math.max(ARROW_PIXELS, metres * scale / MOST_ARROWS);
            List<Arrow> arrows = new ArrayList<>();
            double since = apart / 2;
            for (int i = 1; i < points.size(); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                double length = Math.hypot(b.east() - a.east(), b.north() - a.north()) * scale;
                since += length;
                if (!b.begins() && since >= apart && length >= 4) {
                    since = 0;
                    double degrees = Math.toDegrees(Math.atan2(a.north() - b.north(), b.east() - a.east()));
                    arrows.add(new Arrow(
                            number(left + (a.east() + b.east()) / 2.0 * scale),
                            number(top - (a.north() + b.north()) / 2.0 * scale),
                            number(degrees)));
                }
            }
            return List.copyOf(arrows);
        }

        private List<Sign> laps(List<LapMark> laps) {
            if (laps.size() > MOST_LAPS) {
                return List.of();
            }
            List<Sign> signs = new ArrayList<>();
            for (int lap = 1; lap < laps.size(); lap++) {
                int second = laps.get(lap).startSecond();
                for (int i = 1; i < points.size(); i++) {
                    if (points.get(i).second() >= second) {
                        signs.add(sign(points.get(i - 1), points.get(i), second, lap + 1));
                        break;
                    }
                }
            }
            return List.copyOf(signs);
        }

        private Sign sign(Point a, Point b, int second, int lap) {
            double share = b.second() == a.second() ? 0 : (double) (second - a.second()) / (b.second() - a.second());
            double within = Math.max(0, Math.min(1, share));
            return new Sign(
                    number(left + (a.east() + within * (b.east() - a.east())) * scale),
                    number(top - (a.north() + within * (b.north() - a.north())) * scale),
                    Integer.toString(lap));
        }

        private Scale scale() {
            int metres = SCALES.stream()
                    .filter(length -> length * scale <= width / 3.0)
                    .reduce((a, b) -> b)
                    .orElse(SCALES.get(0));
            String text = metres < 1000 ? metres + " m" : metres / 1000 + " km";
            return new Scale("8", number(height - 8), number(8 + metres * scale), text);
        }

        private List<PaceClass> legend() {
            List<PaceClass> legend = new ArrayList<>();
            for (int i = 0; i <= limits.length && limits.length > 0; i++) {
                String slow = i == 0 ? "" : words.pace(limits[i - 1]);
                String fast = i == limits.length ? "" : words.pace(limits[i]);
                legend.add(new PaceClass(i + 1, slow, fast));
            }
            return List.copyOf(legend);
        }

        private String place(Point point) {
            return x(point) + " " + y(point);
        }

        private String x(Point point) {
            return number(left + point.east() * scale);
        }

        private String y(Point point) {
            return number(top - point.north() * scale);
        }

        private static String number(double number) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
    }
}
