package freshlegs.ingest.xml;

import freshlegs.ingest.track.Places;
import java.util.List;
import java.util.OptionalLong;

/** Takes the positions of a TCX or GPX file as they pass. */
final class PlaceReader implements Reader {
    private final Places places = new Places();
    private OptionalLong time = OptionalLong.empty();
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;
    private boolean inPoint;
    private long points;

    Places places() {
        return places;
    }

    @Override
    public void begin(String name, Attributes attributes) {
        if (!isPoint(name)) {
            return;
        }
        points++;
        inPoint = true;
        time = OptionalLong.empty();
        latitude = Texts.number(attributes.get("lat"));
        longitude = Texts.number(attributes.get("lon"));
    }

    @Override
    public void end(String name, String text) {
        if (isPoint(name)) {
            inPoint = false;
            time.ifPresent(at -> places.add(at, latitude, longitude));
        } else if (inPoint) {
            switch (name) {
                case "time", "Time" -> time = Texts.seconds(text);
                case "LatitudeDegrees" -> latitude = Texts.number(text);
                case "LongitudeDegrees" -> longitude = Texts.number(text);
                default -> {
                    // Says nothing of the place.
                }
            }
        }
    }

    private static boolean isPoint(String name) {
        return name.equals("trkpt") || name.equals("Trackpoint");
    }

    @Override
    public List<Activity> activities() {
        return List.of();
    }

    @Override
    public String nothing() {
        return "";
    }

    @Override
    public long points() {
        return points;
    }
}
