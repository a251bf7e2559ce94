DROP TABLE lane_render;
DROP TABLE lane_llm;
DROP TABLE lane_transcribe;
DROP TABLE lane_cpu;
