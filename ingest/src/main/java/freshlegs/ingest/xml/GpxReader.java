package freshlegs.ingest.xml;

import freshlegs.ingest.decode.SportWords;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.xml.Points.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** GPX 1.0 and 1.1: tracks of segments of points. A gap between two segments is a pause, and nothing is covered in it. */
final class GpxReader implements Reader {
    private static final int LONGEST_SUB_SPORT = 40;

    private final Limits limits;
    private final List<Activity> activities = new ArrayList<>();
    private final Points.Values values = new Points.Values();
    private final Ground ground = new Ground();
    private Optional<Activity> track = Optional.empty();
    private OptionalLong lastTime = OptionalLong.empty();
    private OptionalLong pointTime = OptionalLong.empty();
    private double latitude;
    private double longitude;
    private boolean newSegment;
    private boolean inPoint;
    private long points;

    GpxReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void begin(String name, Attributes attributes) {
        switch (name) {
            case "trk" -> {
                limits.check(Limit.SESSIONS, activities.size() + 1L);
                Activity begun = new Activity();
                activities.add(begun);
                track = Optional.of(begun);
                lastTime = OptionalLong.empty();
                ground.begin();
            }
            case "trkseg" -> newSegment = true;
            case "trkpt", "rtept", "wpt" -> beginPoint(name, attributes);
            default -> {
                // Told by its text, at its end.
            }
        }
    }

    @Override
    public void end(String name, String text) {
        switch (name) {
            case "trk" -> track = Optional.empty();
            case "trkpt" -> endPoint();
            case "type" -> {
                if (!inPoint) {
                    track.ifPresent(open -> sport(open, text));
                }
            }
            default -> {
                if (inPoint) {
                    pointValue(name, text);
                }
            }
        }
    }

    @Override
    public List<Activity> activities() {
        return activities;
    }

    @Override
    public String nothing() {
        return points == 0
                ? "nothing to import: a GPX file without any track"
                : "a route, not a recording: it has no times";
    }

    @Override
    public long points() {
        return points;
    }

    private static void sport(Activity open, String text) {
        open.sport = SportWords.sport(text);
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        boolean finer = open.sport.isPresent() && plain.length() > 1 && plain.length() <= LONGEST_SUB_SPORT;
        open.subSport = finer ? Optional.of(plain) : Optional.empty();
    }

    private void beginPoint(String name, Attributes attributes) {
        points++;
        inPoint = name.equals("trkpt");
        pointTime = OptionalLong.empty();
        latitude = Texts.number(attributes.get("lat"));
        longitude = Texts.number(attributes.get("lon"));
        values.clear();
    }

    private void pointValue(String name, String text) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "time" -> pointTime = Texts.seconds(text);
            case "ele" -> set(Field.ALTITUDE, text);
            case "hr", "heartrate" -> set(Field.HEART_RATE, text);
            case "cad", "cadence", "runcadence" -> set(Field.CADENCE, text);
            case "atemp", "temp" -> set(Field.TEMPERATURE, text);
            case "power", "watts", "powerinwatts" -> set(Field.POWER, text);
            case "speed" -> set(Field.SPEED, text);
            default -> {
                // Says nothing that is kept.
            }
        }
    }

    private void set(Field field, String text) {
        values.set(field, Texts.number(text));
    }

    private void endPoint() {
        inPoint = false;
        if (track.isEmpty() || pointTime.isEmpty()) {
            return;
        }
        long time = pointTime.getAsLong();
        if (newSegment) {
            ground.pause();
            if (lastTime.isPresent() && time > lastTime.getAsLong()) {
                track.get().stops.add(new Activity.Stop(lastTime.getAsLong(), time));
            }
        }
        newSegment = false;
        lastTime = pointTime;
        values.set(Field.DISTANCE, ground.metresAt(latitude, longitude));
        track.get().points.add(time, values);
    }
}
