package freshlegs.ingest.fit;

import com.garmin.fit.DeviceInfoMesg;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.GarminProduct;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.SourceType;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.FileId;
import freshlegs.model.fact.HeartRateSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Which watch wrote a file, and which sensors it listened to. */
final class DeviceTrack {
    private static final int ANT_HEART_RATE = 120;
    private static final int BLUETOOTH_HEART_RATE = 1;
    private static final int LOCAL_WRIST_HEART_RATE = 10;
    private static final int LONGEST_NAME = 64;

    private Device device = new Device("unknown", Optional.empty(), Optional.empty());
    private OptionalLong created = OptionalLong.empty();
    private boolean strap;
    private boolean wrist;
    private boolean ownSensor;
    private boolean garmin;

    void takeFileId(Mesg mesg) {
        int manufacturer = Field.code(mesg, FileIdMesg.ManufacturerFieldNum);
        garmin = manufacturer == Manufacturer.GARMIN;
        created = Field.time(mesg, FileIdMesg.TimeCreatedFieldNum);
        long serial = (long) Field.number(mesg, FileIdMesg.SerialNumberFieldNum);
        device = new Device(
                plain(name(Manufacturer.getStringFromValue(manufacturer), manufacturer))
                        .orElse("unknown"),
                product(mesg, manufacturer),
                serial > 0 ? Optional.of(Long.toString(serial)) : Optional.empty());
    }

    void takeDeviceInfo(Mesg mesg) {
        int type = Field.code(mesg, DeviceInfoMesg.DeviceTypeFieldNum);
        int source = Field.code(mesg, DeviceInfoMesg.SourceTypeFieldNum);
        if (source == SourceType.LOCAL.getValue()) {
            wrist |= type == LOCAL_WRIST_HEART_RATE;
            ownSensor |= type > 0;
        } else if (source == SourceType.BLUETOOTH_LOW_ENERGY.getValue()) {
            strap |= type == BLUETOOTH_HEART_RATE;
        } else {
            strap |= type == ANT_HEART_RATE;
        }
    }

    Device device() {
        return device;
    }

    /** Nothing when the file does not say when it was created. */
    Optional<FileId> fileId() {
        return created.isPresent() && created.getAsLong() > 0
                ? Optional.of(new FileId(
                        device.manufacturer(), device.product(), device.serial(), FitTime.instant(created.getAsLong())))
                : Optional.empty();
    }

    /**
     * A strap is only named while it is connected, and a watch prefers it. A Garmin watch that lists its own sensors lists a
     * strap if there is one; so a heart rate without any named sensor was taken at the wrist. Older watches, which list
     * nothing, had no such sensor, and other makes list nothing at all: of them the source stays unknown.
     */
    HeartRateSource heartRateSource(boolean anyHeartRate) {
        if (strap) {
            return HeartRateSource.STRAP;
        }
        return wrist || (garmin && ownSensor && anyHeartRate) ? HeartRateSource.WRIST : HeartRateSource.UNKNOWN;
    }

    private static Optional<String> product(Mesg mesg, int manufacturer) {
        String given = Field.text(mesg, FileIdMesg.ProductNameFieldNum);
        if (!given.isBlank()) {
            return plain(given);
        }
        int product = Field.code(mesg, FileIdMesg.ProductFieldNum);
        if (product <= 0) {
            return Optional.empty();
        }
        String known = manufacturer == Manufacturer.GARMIN ? GarminProduct.getStringFromValue(product) : null;
        return plain(name(known, product));
    }

    private static String name(@Nullable String known, int code) {
        return known == null || known.isEmpty() ? Integer.toString(code) : known.toLowerCase(Locale.ROOT);
    }

    /** What a stranger wrote, without control characters and not endless. */
    private static Optional<String> plain(String text) {
        String plain = text.replaceAll("\\p{C}", "").strip();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(plain.substring(0, Math.min(LONGEST_NAME, plain.length())));
    }
}
