package freshlegs.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** What a number or a yes or no stands for in messages of before it was told. */
public final class Absent {
    private Absent() {}

    /** Nought. */
    public static final class IsNought extends StdDeserializer<Integer> {
        private static final long serialVersionUID = 1L;

        public IsNought() {
            super(int.class);
        }

        @Override
        public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return _parseIntPrimitive(json, context);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return 0;
        }
    }

    /** No. */
    public static final class IsNo extends StdDeserializer<Boolean> {
        private static final long serialVersionUID = 1L;

        public IsNo() {
            super(boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return _parseBooleanPrimitive(json, context);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return false;
        }
    }
}
