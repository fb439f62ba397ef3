package freshlegs.coach.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hashes of passwords by Argon2id (RFC 9106) with 19 MiB, 2 passes and 1 lane, as OWASP's Password Storage Cheat Sheet has it (2024).
 * Few are worked out at a time, so that many sign-ins at once cannot use up the memory.
 */
final class Passwords {
    private static final int MEMORY_KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function NOW =
            Argon2Function.getInstance(MEMORY_KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 30;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    String hash(String typed) {
        return inTurn(() -> hashed(typed));
    }

    /** Takes as long without a hash as with one, so that nobody learns which logins there are. */
    boolean matches(String typed, Optional<String> hash) {
        String known = hash.orElseGet(() -> Nobody.HASH);
        boolean same = inTurn(() -> Argon2Function.getInstanceFromHash(known).check(PasswordRule.normal(typed), known));
        return same && hash.isPresent();
    }

    /** Whether it was made with less than is asked for now. */
    boolean isWeak(String hash) {
        Argon2Function then = Argon2Function.getInstanceFromHash(hash);
        return then.getMemory() < NOW.getMemory()
                || then.getIterations() < NOW.getIterations()
                || then.getVariant() != Argon2.ID;
    }

    private static String hashed(String typed) {
        return NOW.hash(PasswordRule.normal(typed).getBytes(StandardCharsets.UTF_8), Secret.random(SALT_BYTES))
                .getResult();
    }

    /** Made when it is first needed, once. */
    private static final class Nobody {
        static final String HASH = hashed("nobody has this password");
    }

    /** Works something out. */
    @FunctionalInterface
    private interface Work<T> {
        T done();
    }

    private <T> T inTurn(Work<T> work) {
        if (places.getQueueLength() >= MOST_WAITING || !entered()) {
            throw new Busy();
        }
        try {
            return work.done();
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
