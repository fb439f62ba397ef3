package freshlegs.streams.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Two states, work and rest: work begins where the speed stays above {@code high} for 8 s, and ends where it stays below
 * {@code low} for 5 s or the recording breaks off.
 */
record Hysteresis(double low, double high) {
    private static final int ENTER_SECONDS = 8;
    private static final int LEAVE_SECONDS = 5;

    List<Bout> bouts(Timeline timeline, Series speed) {
        List<Bout> bouts = new ArrayList<>();
        int since = -1;
        int begun = -1;
        for (int cell = 0; cell < speed.size(); cell++) {
            if (cell == timeline.pieceFirst(cell)) {
                close(bouts, begun, cell);
                begun = -1;
                since = -1;
            }
            boolean turning = begun < 0 ? speed.at(cell, 0) > high : speed.at(cell, 0) < low;
            if (!turning) {
                since = -1;
                continue;
            }
            since = since < 0 ? cell : since;
            int lasted = cell - since + 1;
            if (begun < 0 && lasted >= ENTER_SECONDS) {
                begun = since;
                since = -1;
            } else if (begun >= 0 && lasted >= LEAVE_SECONDS) {
                close(bouts, begun, since);
                begun = -1;
                since = -1;
            }
        }
        close(bouts, begun, speed.size());
        return bouts;
    }

    private static void close(List<Bout> bouts, int begun, int end) {
        if (begun >= 0 && end > begun) {
            bouts.add(new Bout(begun, end));
        }
    }
}
