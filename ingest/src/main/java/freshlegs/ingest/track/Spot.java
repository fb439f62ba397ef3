package freshlegs.ingest.track;

/** A position in metres from some other one, and whether nothing is known of the way to it. */
record Spot(int second, double east, double north, boolean begins) {
    Spot beginning() {
        return new Spot(second, east, north, true);
    }

    double metresTo(Spot other) {
        return Math.hypot(east - other.east, north - other.north);
    }

    /** From the straight line between two others, or from the nearer one where the line does not pass by. */
    double metresFrom(Spot a, Spot b) {
        double alongEast = b.east - a.east;
        double alongNorth = b.north - a.north;
        double length = alongEast * alongEast + alongNorth * alongNorth;
        double share = length == 0 ? 0 : ((east - a.east) * alongEast + (north - a.north) * alongNorth) / length;
        double within = Math.max(0, Math.min(1, share));
        return Math.hypot(east - a.east - within * alongEast, north - a.north - within * alongNorth);
    }
}
