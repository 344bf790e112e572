package io.watchfloor.run.ui;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.output.Outputs;

/** Hands out an attempt's whole output as text, a piece at a time. */
final class OutputDownload implements DownloadHandler {

	private static final long serialVersionUID = 1L;

	private final transient Outputs outputs;

	private final transient StepRef step;

	private final int attempt;

	private final String name;

	OutputDownload(Outputs outputs, StepRun step, int place) {
		this.outputs = outputs;
		this.step = step.ref();
		this.attempt = step.attempt();
		this.name = "run-" + step.ref().run() + "-step-" + place + ".txt";
	}

	@Override
	public void handleDownloadRequest(DownloadEvent event) throws IOException {
		event.setFileName(this.name);
		event.setContentType("text/plain;charset=utf-8");
		try (Writer to = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
			this.outputs.write(this.step, this.attempt, to);
		}
	}

}
