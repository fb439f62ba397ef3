package freshlegs.ingest.workout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Workout files in one archive, to be unpacked into a watch's {@code NewFiles}; equal files give equal bytes. */
public final class WorkoutZip {
    /** More are not read. */
    public static final int MOST_FILES = 100;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WorkoutZip() {}

    public static byte[] pack(List<WorkoutFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (WorkoutFile file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Nothing when it holds anything but workout files of ours, or too many. */
    public static Optional<List<WorkoutFile>> unpack(byte[] archive) {
        List<WorkoutFile> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(WorkoutFile.MOST_BYTES + 1);
                Optional<WorkoutFile> file = WorkoutFile.read(entry.getName(), content);
                if (file.isEmpty() || files.size() >= MOST_FILES) {
                    return Optional.empty();
                }
                files.add(file.get());
            }
            return Optional.of(files);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
