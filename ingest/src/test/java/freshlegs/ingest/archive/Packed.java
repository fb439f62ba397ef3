package freshlegs.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives, sound and hostile ones. */
public final class Packed {
    private static final int LOCAL_HEADER_BYTES = 30;

    private Packed() {}

    /** A file to be packed. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Item(String name, byte[] content) {
        public static Item of(String name, String content) {
            return new Item(name, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static byte[] zip(Item... items) {
        return written(out -> {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
                for (Item item : items) {
                    zip.putArchiveEntry(new ZipArchiveEntry(item.name()));
                    zip.write(item.content());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    /** As programs write that cannot go back: the size of each file stands behind it. */
    static byte[] streamed(Item... items) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Item item : items) {
                    zip.putNextEntry(new ZipEntry(item.name()));
                    zip.write(item.content());
                    zip.closeEntry();
                }
            }
        });
    }

    static byte[] tar(Item... items) {
        return written(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (Item item : items) {
                    add(tar, new TarArchiveEntry(item.name(), true), item.content());
                }
            }
        });
    }

    static byte[] tarOfLinks() {
        return written(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                TarArchiveEntry link = new TarArchiveEntry("run.fit", TarArchiveEntry.LF_SYMLINK);
                link.setLinkName("/etc/passwd");
                add(tar, link, new byte[0]);
                TarArchiveEntry hard = new TarArchiveEntry("hard.fit", TarArchiveEntry.LF_LINK);
                hard.setLinkName("../../outside");
                add(tar, hard, new byte[0]);
                add(tar, new TarArchiveEntry("pipe", TarArchiveEntry.LF_FIFO), new byte[0]);
                add(tar, new TarArchiveEntry("zero", TarArchiveEntry.LF_CHR), new byte[0]);
            }
        });
    }

    /** A header whose long name goes on for many megabytes. */
    static byte[] tarWithEndlessName(int bytes) {
        return written(out -> {
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
                add(tar, new TarArchiveEntry("././@LongLink", TarArchiveEntry.LF_GNUTYPE_LONGNAME), new byte[bytes]);
                add(tar, new TarArchiveEntry("run.fit", true), new byte[10]);
            }
        });
    }

    public static byte[] gzip(byte[] content) {
        return written(out -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
        });
    }

    /** Many entries of the list that all name the same packed bytes. */
    static byte[] overlapping(int entries, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] name = {'a'};
        int body = LOCAL_HEADER_BYTES + 1 + content.length;
        ByteBuffer zip = ByteBuffer.allocate(body + entries * 47 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        zip.putInt((int) crc.getValue()).putInt(content.length).putInt(content.length);
        zip.putShort((short) 1).putShort((short) 0).put(name).put(content);
        for (int i = 0; i < entries; i++) {
            zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 0);
            zip.putShort((short) 0).putInt(0).putInt((int) crc.getValue());
            zip.putInt(content.length)
                    .putInt(content.length)
                    .putShort((short) 1)
                    .putShort((short) 0);
            zip.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(0)
                    .put(name);
        }
        zip.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
        zip.putInt(entries * 47).putInt(body).putShort((short) 0);
        return zip.array();
    }

    /** Changes two bytes at an offset in every local header and every line of the list. */
    static byte[] patched(byte[] zip, int inLocalHeader, int inList, int value) {
        ByteBuffer patched = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (patched.getInt(at) == 0x04034b50) {
                patched.putShort(at + inLocalHeader, (short) value);
            } else if (patched.getInt(at) == 0x02014b50) {
                patched.putShort(at + inList, (short) value);
            }
        }
        return patched.array();
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
