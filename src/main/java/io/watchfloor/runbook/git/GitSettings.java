package io.watchfloor.runbook.git;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How repositories are pulled.
 *
 * @param local whether {@code file://} addresses are allowed; they read this machine's
 * files
 * @param patience how long a pull may take
 * @param largest how much a pull may bring
 * @param look how often the other nodes' pulls are looked for
 */
@Validated
@ConfigurationProperties("watchfloor.git")
record GitSettings(@DefaultValue("false") boolean local, @DefaultValue("60s") @NotNull Duration patience,
		@DefaultValue("256MB") @NotNull DataSize largest, @DefaultValue("2s") @NotNull Duration look) {

}
