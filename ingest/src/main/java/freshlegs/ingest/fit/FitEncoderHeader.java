package freshlegs.ingest.fit;

import com.garmin.fit.AntplusDeviceType;
import com.garmin.fit.DateTime;
import com.garmin.fit.DeviceIndex;
import com.garmin.fit.DeviceInfoMesg;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.LocalDeviceType;
import com.garmin.fit.SourceType;
import java.time.Instant;

/** What every file begins with: its kind, its watch and the sensors of the watch. */
final class FitEncoderHeader {
    private static final short SENSOR = 1;

    private FitEncoderHeader() {}

    /** {@code fileType} as a number, because several kinds have no name in the SDK. */
    static void write(int fileType, WrittenDevice device, Instant created, FitEncoder.Sink out) {
        FileIdMesg id = new FileIdMesg();
        id.setFieldValue(FileIdMesg.TypeFieldNum, fileType);
        id.setManufacturer(device.manufacturer());
        id.setProduct(device.product());
        id.setProductName(device.productName());
        id.setSerialNumber(device.serial());
        id.setTimeCreated(new DateTime(created));
        out.write(id);
        out.write(creator(device, created));
    }

    static void writeHeartRateSensor(WrittenDevice device, Instant at, FitEncoder.Sink out) {
        DeviceInfoMesg sensor = new DeviceInfoMesg();
        sensor.setTimestamp(new DateTime(at));
        sensor.setDeviceIndex(SENSOR);
        switch (device.heartRateSource()) {
            case STRAP -> {
                sensor.setSourceType(SourceType.ANTPLUS);
                sensor.setDeviceType(AntplusDeviceType.HEART_RATE);
            }
            case WRIST -> {
                sensor.setSourceType(SourceType.LOCAL);
                sensor.setDeviceType(LocalDeviceType.WHR);
            }
            case UNKNOWN -> {
                return;
            }
        }
        out.write(sensor);
    }

    private static DeviceInfoMesg creator(WrittenDevice device, Instant created) {
        DeviceInfoMesg creator = new DeviceInfoMesg();
        creator.setTimestamp(new DateTime(created));
        creator.setDeviceIndex(DeviceIndex.CREATOR);
        creator.setManufacturer(device.manufacturer());
        creator.setProduct(device.product());
        creator.setProductName(device.productName());
        creator.setSerialNumber(device.serial());
        creator.setSourceType(SourceType.LOCAL);
        return creator;
    }
}
