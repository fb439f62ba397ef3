package freshlegs.ingest.fit;

import com.garmin.fit.SessionMesg;
import freshlegs.model.fact.Samples;

/** The heart rate of a whole activity as the watch sums it up: mean and highest of its samples. */
final class FitEncoderHeartRate {
    private final Samples samples;

    FitEncoderHeartRate(Samples samples) {
        this.samples = samples;
    }

    void summarise(SessionMesg session) {
        long sum = 0;
        int count = 0;
        int highest = 0;
        for (int i = 0; i < samples.size(); i++) {
            if (samples.heartRateBpm().has(i)) {
                int bpm = samples.heartRateBpm().at(i);
                sum += bpm;
                count++;
                highest = Math.max(highest, bpm);
            }
        }
        if (count > 0) {
            session.setAvgHeartRate((short) Math.round((double) sum / count));
            session.setMaxHeartRate((short) highest);
        }
    }
}
