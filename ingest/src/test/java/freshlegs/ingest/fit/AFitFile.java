package freshlegs.ingest.fit;

import com.garmin.fit.BufferEncoder;
import com.garmin.fit.Fit;
import com.garmin.fit.Mesg;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Synthetic FIT files as bytes. */
final class AFitFile {
    static final int HEADER = 14;
    static final int CHECKSUM = 2;

    private AFitFile() {}

    static byte[] of(Mesg... messages) {
        BufferEncoder buffer = new BufferEncoder(Fit.ProtocolVersion.V2_0);
        buffer.open();
        for (Mesg message : messages) {
            buffer.write(message);
        }
        return buffer.close();
    }

    /** A frame with right sizes and checksums around any content. */
    static byte[] around(byte[] content) {
        ByteBuffer file =
                ByteBuffer.allocate(HEADER + content.length + CHECKSUM).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) HEADER).put((byte) 0x20).putShort((short) 2132).putInt(content.length);
        file.put(".FIT".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0).put(content);
        Checksum checksum = new Checksum();
        checksum.add(file.array(), 0, file.position());
        return file.putShort((short) checksum.value()).array();
    }

    static byte[] chain(byte[]... files) {
        ByteArrayOutputStream chain = new ByteArrayOutputStream();
        for (byte[] file : files) {
            chain.writeBytes(file);
        }
        return chain.toByteArray();
    }
}
