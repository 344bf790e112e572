package io.watchfloor.audit;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the log.
 *
 * @param patience how long an append waits to be taken up before it is refused; one that
 * was taken up when the store was lost waits up to four times as long to learn its fate
 * @param checkpointRecords a signed checkpoint is written after so many records
 * @param checkpointInterval and after this time when there are new records
 * @param verifyInterval how often the whole chain is verified by itself
 */
@Validated
@ConfigurationProperties("watchfloor.audit")
public record AuditSettings(@DefaultValue("5s") @DurationMin(millis = 100) Duration patience,
		@DefaultValue("1000") @Min(1) int checkpointRecords,
		@DefaultValue("10m") @DurationMin(seconds = 1) Duration checkpointInterval,
		@DefaultValue("24h") @DurationMin(minutes = 1) Duration verifyInterval) {

}
