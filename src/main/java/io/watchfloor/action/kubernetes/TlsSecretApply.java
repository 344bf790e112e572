package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Gives a secret of TLS the certificate and key that the target refers to as
 * {@code NAME/tls.crt} and {@code NAME/tls.key}.
 *
 * @param name of the secret
 */
public record TlsSecretApply(Where where, String name) implements Action {

	public TlsSecretApply {
		where.demand();
		SecretApply.demandName(name);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Set the certificate of the secret " + this.name + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("create secret tls").word(this.name).verbatim("--cert=tls.crt --key=tls.key").toString();
	}

}
