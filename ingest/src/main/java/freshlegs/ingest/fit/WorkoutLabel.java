package freshlegs.ingest.fit;

import com.garmin.fit.DateTime;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.WorkoutMesg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** By what a workout file of ours is known again, whatever it is called by now. */
public record WorkoutLabel(long serial, Instant created, String name) {
    /** Which of the products under development ours is: the letters FL. */
    static final int PRODUCT = 0x464C;

    public static WorkoutLabel of(WrittenWorkout workout) {
        return new WorkoutLabel(workout.serial(), workout.created(), workout.name());
    }

    /** Nothing for what is not ours or cannot be read; the content must be of a bounded size. */
    public static Optional<WorkoutLabel> read(byte[] content) {
        try {
            OptionalLong serial = FileIdReader.read(new ByteArrayInputStream(content))
                    .filter(writer -> writer.manufacturer() == WrittenDevice.DEVELOPMENT)
                    .map(FileIdReader.Writer::serial)
                    .orElse(OptionalLong.empty());
            return serial.isPresent()
                    ? read(new FitDecoder().decode(new ByteArrayInputStream(content)))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The SDK meets some malformed fields with exceptions of its own making.
            return Optional.empty();
        }
    }

    private static Optional<WorkoutLabel> read(FitMessages messages) {
        if (messages.getFileIdMesgs().isEmpty() || messages.getWorkoutMesgs().isEmpty()) {
            return Optional.empty();
        }
        FileIdMesg id = messages.getFileIdMesgs().get(0);
        WorkoutMesg workout = messages.getWorkoutMesgs().get(0);
        Optional<DateTime> created = Optional.ofNullable(id.getTimeCreated());
        boolean isOurs = Integer.valueOf(PRODUCT).equals(id.getProduct());
        return created.filter(time -> isOurs)
                .map(time -> new WorkoutLabel(
                        Optional.ofNullable(id.getSerialNumber()).orElse(0L),
                        FitTime.instant(time.getTimestamp()),
                        Optional.ofNullable(workout.getWktName()).orElse("")));
    }
}
