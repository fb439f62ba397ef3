package freshlegs.streams.session;

/** Moves the edges of a bout, which smoothing and waiting have delayed, to where the speed crosses a height. */
final class Edges {
    private Edges() {}

    static Bout atHeight(double metresPerSecond, Bout bout, Track track) {
        Timeline timeline = track.timeline();
        Series speed = track.gradeAdjusted();
        int from = bout.from();
        while (from > timeline.pieceFirst(bout.from()) && speed.at(from - 1, 0) >= metresPerSecond) {
            from--;
        }
        while (from < bout.to() - 1 && speed.at(from, 0) < metresPerSecond) {
            from++;
        }
        int to = bout.to();
        while (to > from + 1 && speed.at(to - 1, 0) < metresPerSecond) {
            to--;
        }
        while (to < timeline.pieceEnd(bout.to() - 1) && speed.at(to, 0) >= metresPerSecond) {
            to++;
        }
        return new Bout(from, to);
    }
}
