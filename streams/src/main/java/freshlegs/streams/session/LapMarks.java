package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.SessionDetail.LapMark;
import java.util.List;

/** The watch's laps, the first {@value #MOST} of them. */
final class LapMarks {
    static final int MOST = 60;

    private LapMarks() {}

    static List<LapMark> of(List<Lap> laps) {
        return laps.stream().limit(MOST).map(LapMarks::mark).toList();
    }

    private static LapMark mark(Lap lap) {
        return new LapMark(
                (int) Math.round(lap.startOffsetSeconds()),
                Rounding.to(1, lap.timerSeconds()),
                Rounding.to(1, lap.distanceMetres()),
                lap.meanHeartRateBpm(),
                lap.intensity(),
                lap.autoLap());
    }
}
