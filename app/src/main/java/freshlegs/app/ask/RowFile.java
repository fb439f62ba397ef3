package freshlegs.app.ask;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that takes rows one by one, in the order of its columns. */
interface RowFile extends Closeable {
    void write(@Nullable Object[] row) throws IOException;
}
