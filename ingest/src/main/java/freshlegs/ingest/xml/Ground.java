package freshlegs.ingest.xml;

/**
 * The way covered between positions, by the haversine formula on a sphere of 6,371,008.8 m (the earth's mean radius, IUGG 1980):
 * d = 2 r asin(sqrt(sin²(Δφ/2) + cos φ1 cos φ2 sin²(Δλ/2))), in metres; off by at most 0.6 % from the ellipsoid. Positions outside
 * 90 and 180 degrees count as missing. Only the last position is remembered.
 */
final class Ground {
    private static final double RADIUS_METRES = 6_371_008.8;

    private double metres;
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;
    private boolean anywhere;

    void begin() {
        metres = 0;
        anywhere = false;
        pause();
    }

    /** The way to the next position does not count. */
    void pause() {
        latitude = Double.NaN;
        longitude = Double.NaN;
    }

    /** Metres covered at this position; not a number before the first one. */
    double metresAt(double latitudeDegrees, double longitudeDegrees) {
        if (Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180) {
            if (!Double.isNaN(latitude)) {
                metres += haversine(latitude, longitude, latitudeDegrees, longitudeDegrees);
            }
            latitude = latitudeDegrees;
            longitude = longitudeDegrees;
            anywhere = true;
        }
        return anywhere ? metres : Double.NaN;
    }

    static double haversine(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double from = Math.toRadians(fromLatitude);
        double to = Math.toRadians(toLatitude);
        double up = Math.sin((to - from) / 2);
        double along = Math.sin(Math.toRadians(toLongitude - fromLongitude) / 2);
        double share = up * up + Math.cos(from) * Math.cos(to) * along * along;
        return 2 * RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, share)));
    }
}
