package freshlegs.ingest.fit;

import com.garmin.fit.BufferEncoder;
import com.garmin.fit.Fit;
import com.garmin.fit.Mesg;

/** Writes FIT files: what a watch would have recorded, and what it is told to do; equal input gives equal bytes. */
public final class FitEncoder {
    private FitEncoder() {}

    public static byte[] encode(WrittenActivity activity) {
        return encode(new FitEncoderActivity(activity)::writeTo);
    }

    public static byte[] encode(WrittenMonitoring monitoring) {
        return encode(out -> FitEncoderWellness.write(monitoring, out));
    }

    public static byte[] encode(WrittenHrvStatus night) {
        return encode(out -> FitEncoderWellness.write(night, out));
    }

    public static byte[] encode(WrittenSleep sleep) {
        return encode(out -> FitEncoderWellness.write(sleep, out));
    }

    public static byte[] encode(WrittenWorkout workout) {
        return encode(out -> FitEncoderWorkout.write(workout, out));
    }

    private static byte[] encode(Content content) {
        BufferEncoder buffer = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        buffer.open();
        content.writeTo(buffer::write);
        return buffer.close();
    }

    /** Where messages go. */
    interface Sink {
        void write(Mesg message);
    }

    /** A file's messages in their order. */
    private interface Content {
        void writeTo(Sink out);
    }
}
