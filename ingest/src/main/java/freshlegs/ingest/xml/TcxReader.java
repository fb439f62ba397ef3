package freshlegs.ingest.xml;

import freshlegs.ingest.decode.SportWords;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.xml.Points.Field;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.Lap.Intensity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Garmin's Training Center files: activities of laps of tracks of points. A gap between two tracks of a lap is a pause. */
final class TcxReader implements Reader {
    private static final int LONGEST_NAME = 64;

    private final Limits limits;
    private final List<Activity> activities = new ArrayList<>();
    private final Points.Values values = new Points.Values();
    private Optional<Activity> activity = Optional.empty();
    private OptionalLong lastTime = OptionalLong.empty();
    private OptionalLong pointTime = OptionalLong.empty();
    private boolean newTrack;
    private boolean inPoint;
    private boolean inCreator;
    private String parent = "";
    private long lapStart;
    private double lapSeconds;
    private double lapMetres;
    private double lapMean;
    private double lapMaximal;
    private Intensity intensity = Intensity.UNKNOWN;
    private boolean manual;
    private boolean inLap;
    private boolean course;
    private long points;

    TcxReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void begin(String name, Attributes attributes) {
        switch (name) {
            case "Activity" -> beginActivity(attributes);
            case "Lap" -> beginLap(attributes);
            case "Track" -> newTrack = true;
            case "Trackpoint" -> beginPoint();
            case "Creator" -> inCreator = true;
            case "Course", "Workout" -> course = true;
            case "AverageHeartRateBpm", "MaximumHeartRateBpm", "HeartRateBpm" -> parent = name;
            default -> {
                // Told by its text, at its end.
            }
        }
    }

    @Override
    public void end(String name, String text) {
        switch (name) {
            case "Activity" -> activity = Optional.empty();
            case "Lap" -> endLap();
            case "Trackpoint" -> endPoint();
            case "Creator" -> inCreator = false;
            case "Id" ->
                activity.filter(open -> open.start.isEmpty()).ifPresent(open -> open.start = Texts.seconds(text));
            default -> {
                if (inPoint) {
                    pointValue(name, text);
                } else if (inCreator) {
                    device(name, text);
                } else if (inLap) {
                    lapValue(name, text);
                }
            }
        }
    }

    @Override
    public List<Activity> activities() {
        if (inLap) {
            endLap();
        }
        return activities;
    }

    @Override
    public String nothing() {
        return course
                ? "a course or a workout, not a recording: it tells nothing of what was run"
                : "nothing to import: a TCX file without any activity";
    }

    @Override
    public long points() {
        return points;
    }

    private void beginActivity(Attributes attributes) {
        limits.check(Limit.SESSIONS, activities.size() + 1L);
        Activity begun = new Activity();
        begun.sport = SportWords.sport(attributes.get("Sport"));
        activities.add(begun);
        activity = Optional.of(begun);
        lastTime = OptionalLong.empty();
    }

    private void beginLap(Attributes attributes) {
        inLap = activity.isPresent();
        lapStart = Texts.seconds(attributes.get("StartTime")).orElse(lastTime.orElse(0));
        lapSeconds = Double.NaN;
        lapMetres = Double.NaN;
        lapMean = Double.NaN;
        lapMaximal = Double.NaN;
        intensity = Intensity.UNKNOWN;
        manual = false;
        lastTime = OptionalLong.empty();
    }

    private void endLap() {
        if (inLap) {
            Activity open = activities.get(activities.size() - 1);
            limits.check(Limit.LAPS, open.laps.size() + 1L);
            open.laps.add(new WrittenLap(lapStart, lapSeconds, lapMetres, lapMean, lapMaximal, intensity, manual));
        }
        inLap = false;
    }

    private void lapValue(String name, String text) {
        switch (name) {
            case "TotalTimeSeconds" -> lapSeconds = Texts.number(text);
            case "DistanceMeters" -> lapMetres = Texts.number(text);
            case "Value" -> heartRate(Texts.number(text));
            case "Intensity" -> intensity = text.equals("Resting") ? Intensity.REST : Intensity.ACTIVE;
            case "TriggerMethod" -> manual = text.equals("Manual");
            default -> {
                // Says nothing that is kept.
            }
        }
    }

    private void heartRate(double bpm) {
        if (parent.equals("AverageHeartRateBpm")) {
            lapMean = bpm;
        } else if (parent.equals("MaximumHeartRateBpm")) {
            lapMaximal = bpm;
        }
    }

    private void beginPoint() {
        points++;
        inPoint = true;
        pointTime = OptionalLong.empty();
        values.clear();
    }

    private void pointValue(String name, String text) {
        switch (name) {
            case "Time" -> pointTime = Texts.seconds(text);
            case "Value" -> set(Field.HEART_RATE, text);
            case "DistanceMeters" -> set(Field.DISTANCE, text);
            case "AltitudeMeters" -> set(Field.ALTITUDE, text);
            case "Cadence", "RunCadence" -> set(Field.CADENCE, text);
            case "Speed" -> set(Field.SPEED, text);
            case "Watts" -> set(Field.POWER, text);
            default -> {
                // Positions among them: not kept.
            }
        }
    }

    private void set(Field field, String text) {
        values.set(field, Texts.number(text));
    }

    private void endPoint() {
        inPoint = false;
        if (activity.isEmpty() || pointTime.isEmpty()) {
            return;
        }
        long time = pointTime.getAsLong();
        if (newTrack && lastTime.isPresent() && time > lastTime.getAsLong()) {
            activity.get().stops.add(new Activity.Stop(lastTime.getAsLong(), time));
        }
        newTrack = false;
        lastTime = pointTime;
        activity.get().points.add(time, values);
    }

    private void device(String name, String text) {
        if (activity.isEmpty() || text.isBlank()) {
            return;
        }
        Device known = activity.get().device;
        String plain = text.replaceAll("\\p{C}", "").strip();
        Optional<String> told = Optional.of(plain.substring(0, Math.min(LONGEST_NAME, plain.length())))
                .filter(some -> !some.isEmpty() && !some.equals("0"));
        if (name.equals("Name")) {
            activity.get().device = new Device(known.manufacturer(), told, known.serial());
        } else if (name.equals("UnitId")) {
            activity.get().device = new Device(known.manufacturer(), known.product(), told);
        }
    }
}
