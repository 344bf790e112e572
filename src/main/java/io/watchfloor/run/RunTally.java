package io.watchfloor.run;

import org.springframework.stereotype.Component;

/** How many walks are under way, counted now and then so that asking costs nothing. */
@Component
public class RunTally {

	private volatile int underWay;

	/** As of about half a second ago. */
	public int underWay() {
		return this.underWay;
	}

	void underWay(int count) {
		this.underWay = count;
	}

}
