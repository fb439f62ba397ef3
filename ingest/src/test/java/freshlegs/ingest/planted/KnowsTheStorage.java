package freshlegs.ingest.planted;

import software.amazon.awssdk.services.s3.S3Client;

/** Breaks a rule on purpose, so that the rule is seen to fail. */
final class KnowsTheStorage {
    private KnowsTheStorage() {}

    static String type() {
        return S3Client.class.getName();
    }
}
