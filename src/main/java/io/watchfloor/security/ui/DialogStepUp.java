package io.watchfloor.security.ui;

import org.springframework.stereotype.Component;

import io.watchfloor.security.Account;
import io.watchfloor.security.Authority;
import io.watchfloor.security.StepUp;

/** Asks in a dialog. */
@Component
class DialogStepUp implements StepUp {

	private final Authority authority;

	private final Account account;

	DialogStepUp(Authority authority, Account account) {
		this.authority = authority;
		this.account = account;
	}

	@Override
	public void before(String why, Runnable then) {
		if (this.authority.steppedUp()) {
			then.run();
		}
		else if (this.account.me().hasPassword()) {
			new StepUpDialog(this.authority, why, then).open();
		}
		else {
			new SignInAgainDialog(why).open();
		}
	}

}
