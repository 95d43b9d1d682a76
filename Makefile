# Each target sets everything up by itself: any Python starts run.py, which finds a fit one and makes .venv.
# Arguments: make test ARGS="tests/rules -k share". Another Python: make build PYTHON=python3.12
.PHONY: build test check format judge learn bench docs faults soak hostile fuzz mutants wheel lock setup
build test check format judge learn bench docs faults soak hostile fuzz mutants wheel lock setup:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1; then \
	    exec "$$python" run.py $@ $(ARGS); \
	  fi; \
	done; \
	echo 'This needs Python 3.11 or newer: https://www.python.org/downloads/' >&2; exit 1
