package freshlegs.app.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A record of a topic, exactly as it stands there: lengths and bytes, one after another. */
record StoredRecord(
        int partition,
        long offset,
        long timestamp,
        Optional<byte[]> key,
        Optional<byte[]> content,
        List<Header> headers) {
    private static final int NONE = -1;
    private static final int MOST_BYTES = 64 << 20;

    static StoredRecord of(ConsumerRecord<byte[], byte[]> stored) {
        return new StoredRecord(
                stored.partition(),
                stored.offset(),
                stored.timestamp(),
                Optional.ofNullable(stored.key()),
                Optional.ofNullable(stored.value()),
                List.of(stored.headers().toArray()));
    }

    ProducerRecord<byte[], byte[]> on(String topic) {
        return new ProducerRecord<>(topic, partition, timestamp, key.orElse(null), content.orElse(null), headers);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(partition);
        out.writeLong(offset);
        out.writeLong(timestamp);
        write(out, key);
        write(out, content);
        out.writeInt(headers.size());
        for (Header header : headers) {
            out.writeUTF(header.key());
            write(out, Optional.ofNullable(header.value()));
        }
    }

    private static void write(DataOutputStream out, Optional<byte[]> bytes) throws IOException {
        out.writeInt(bytes.map(some -> some.length).orElse(NONE));
        if (bytes.isPresent()) {
            out.write(bytes.get());
        }
    }

    /** Nothing at the end. */
    static Optional<StoredRecord> read(DataInputStream in) throws IOException {
        int partition;
        try {
            partition = in.readInt();
        } catch (EOFException e) {
            return Optional.empty();
        }
        long offset = in.readLong();
        long timestamp = in.readLong();
        Optional<byte[]> key = bytes(in);
        Optional<byte[]> content = bytes(in);
        List<Header> headers = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            headers.add(new RecordHeader(in.readUTF(), bytes(in).orElse(null)));
        }
        return Optional.of(new StoredRecord(partition, offset, timestamp, key, content, headers));
    }

    private static Optional<byte[]> bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length > MOST_BYTES) {
            throw new IOException("a length of " + length + " bytes cannot be");
        }
        return length == NONE ? Optional.empty() : Optional.of(in.readNBytes(length));
    }
}
